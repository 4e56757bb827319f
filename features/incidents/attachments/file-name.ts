/** Longest name that is kept, in characters; the ending stays. */
const longest = 150;

// Controls, what turns the direction of writing around (Unicode, UAX 9), invisible marks, and what file systems refuse.
const unwanted = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029<>:"|?*]/gu;

/** A file's name without folders or anything that could deceive: for showing and for downloading under. Never empty. */
export function cleanName(given: string): string {
  const base = given.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const name = base
    .replace(unwanted, "")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  if (name === "") return "file";
  const characters = [...name];
  if (characters.length <= longest) return name;
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? "";
  return characters.slice(0, longest - ending.length).join("") + ending;
}
