/** What may be put into a draft, by media type, with the ending that its name gets. SVG is not among them: it can hold scripts. */
export const endings: Record<string, string> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "image/webp": "webp",
  "image/avif": "avif",
  "application/pdf": "pdf",
};

/** Plain texts, by the ending that their name has to have already. */
export const textEndings: Record<string, string> = {
  txt: "text/plain",
  log: "text/plain",
  csv: "text/csv",
  json: "application/json",
};

/** The ending of a name, in lower case; empty where it has none. */
export const endingOf = (name: string): string => /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? "";

/**
 * A name as git, links and every file system take it: lower case, accents folded, words joined by hyphens.
 * @param ending what the bytes are, whatever the name said
 */
export function besideName(name: string, ending: string): string {
  const stem = name
    .replace(/^.*[/\\]/, "")
    .replace(/\.[A-Za-z0-9]{1,8}$/, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
  return `${stem || "imagen"}.${ending}`;
}

/** The first of `panel.png`, `panel-2.png`, … that is not taken. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  const dot = name.lastIndexOf(".");
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name.slice(0, dot)}-${number}${name.slice(dot)}`;
  return free;
}

/** Where a text names it as an address; such a name holds nothing but letters, digits, hyphens and one dot. */
const places = (name: string) =>
  new RegExp(`(?<=[("'<=\\s]|[("'<=\\s]\\./)${name.replaceAll(".", "\\.")}(?=[)"'>\\s?#]|$)`, "g");

/** Whether a text leads to a file beside it by a link or an image. */
export const names = (text: string, name: string): boolean => places(name).test(text);

/** The text with its links to a file leading to another name. */
export const renamed = (text: string, from: string, to: string): string => text.replace(places(from), () => to);
