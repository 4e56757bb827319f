/** Pixels of a label's text: 14 on a line of 20, as `text-sm` sets it. */
export const lineHeight = 20;
/** Pixels beyond which a label breaks between words: two nodes stand side by side on a phone. */
const widest = 160;

/** Widths in pixels of letters at 14 px, on the wide side for every sans that may stand in while the font is not there. */
const narrow = /[iljtfrI.,:;'|!()[\]\s-]/u;
const wide = /[mwMWQO@%—…]/u;
const latin = /[\p{Script=Latin}\p{N}\p{P}]/u;

function widthOfLetter(letter: string): number {
  if (narrow.test(letter)) return 5.2;
  if (wide.test(letter)) return 12.6;
  if (!latin.test(letter)) return 15;
  return letter === letter.toUpperCase() && /\p{L}/u.test(letter) ? 9.8 : 8.2;
}

/** A text as it is set: its lines, and the box in pixels that holds them in any of the fonts that a reader may see. */
export type TextBox = { lines: string[]; width: number; height: number };

const widthOf = (line: string) => [...line].reduce((sum, letter) => sum + widthOfLetter(letter), 0);

/** Breaks a label where its author breaks it, and between words where it is too wide. */
export function measured(label: string): TextBox {
  const lines = label.split("\n").flatMap(wrapped);
  return { lines, width: Math.ceil(Math.max(...lines.map(widthOf))), height: lines.length * lineHeight };
}

function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer) > widest) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
