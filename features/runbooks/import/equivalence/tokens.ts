/** A word or a sign that a reader sees, with the line that it stands on. */
export type Token = {
  text: string;
  line: number;
  /** Of a footnote: the page shows it further down. */
  moves?: true;
};

/** Words and single signs, composed alike; white space is layout. */
export function tokensOf(text: string, line: number): Token[] {
  const found: Token[] = [];
  let at = line;
  for (const match of text.normalize("NFC").matchAll(/\n|[\p{L}\p{M}\p{N}_]+|[^\s\p{L}\p{M}\p{N}_]/gu)) {
    if (match[0] === "\n") at += 1;
    else found.push({ text: match[0], line: at });
  }
  return found;
}

export type Stream = {
  /** What stands on the page, in order. */
  visible: Token[];
  /** Addresses, titles of links and descriptions of images: shown by what carries them. */
  carried: { text: string; line: number }[];
};
