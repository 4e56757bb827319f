/** A word that no shell reads as anything but itself, wherever it stands. */
export const isPlainWord = (value: string): boolean =>
  /^[\p{L}\p{N}_@%+:./][\p{L}\p{N}_@%+:./-]*$/u.test(value) && !reserved.has(value);

// Words that begin or join commands of their own (POSIX 2.4; Bash manual, 3.2.1).
const reserved = new Set(
  "if then elif else fi do done case esac while until for select function time coproc in".split(" "),
);

/** Control characters: pasted raw into a terminal they act on it instead of standing in the text. */
export const hasControl = (value: string): boolean => /\p{Cc}/u.test(value);

/** Whether the character before `at` is a back-slash (or `mark`) that is not itself escaped. */
export function isEscapedAt(text: string, at: number, mark = "\\"): boolean {
  let count = 0;
  while (text[at - 1 - count] === mark) count += 1;
  return count % 2 === 1;
}
