import type { ReviewComment } from "./schema";

/** A comment on a place, or on the whole, with the answers to it. */
export type Thread = {
  root: ReviewComment;
  replies: ReviewComment[];
  /** Where it stands in the round that is looked at; null for the whole, and where that round has no such place. */
  place: { side: "before" | "after"; line: number; kept: boolean } | null;
};

/** The comments as threads, in order, placed in a round: in the latest one where their lines are by now, in another as written. */
export function threadsOf(comments: ReviewComment[], { round, latest }: { round: number; latest: number }): Thread[] {
  return comments
    .filter(({ parentId }) => parentId === null)
    .map((root) => ({
      root,
      replies: comments.filter(({ parentId }) => parentId === root.id),
      place: placeIn(root, round, latest),
    }));
}

function placeIn({ side, line, now, round: written }: ReviewComment, round: number, latest: number): Thread["place"] {
  if (side === null || line === null) return null;
  const sideNow = side === "old" ? "before" : "after";
  if (round === latest && now) return { side: sideNow, ...now };
  return round === written ? { side: sideNow, line, kept: true } : null;
}

export const isOpen = ({ root }: Thread): boolean => root.resolvedAt === null && root.retractedAt === null;
