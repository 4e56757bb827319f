import { diffArrays } from "diff";
import { mergeTexts } from "../publishing/merge";

/**
 * Whether two differences are the same one: the same lines taken away and put in, in the same order, wherever they stand by now.
 * An approval is of a difference; while this holds, what was approved is what is published.
 */
export function isSameChange(
  one: { before: string; after: string },
  other: { before: string; after: string },
): boolean {
  return signature(one) === signature(other);
}

function signature({ before, after }: { before: string; after: string }): string {
  return diffArrays(before.split("\n"), after.split("\n"))
    .filter((part) => part.added || part.removed)
    .map((part) => `${part.added ? "+" : "-"}${part.value.join("\n")}`)
    .join("\u0000");
}

export type Carried = { text: string; conflicts: number; keeps: boolean };

/**
 * What an approved text becomes on top of what others published meanwhile. `keeps` says whether the approval still holds: the merge is
 * clean and makes exactly the change that was approved.
 */
export function carryOver(approved: { base: string; text: string }, head: string): Carried {
  const { text, conflicts } = mergeTexts(approved.text, approved.base, head);
  const keeps =
    conflicts === 0 && isSameChange({ before: approved.base, after: approved.text }, { before: head, after: text });
  return { text, conflicts, keeps };
}
