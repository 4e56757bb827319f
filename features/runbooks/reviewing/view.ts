import type { Actor } from "@/lib/auth/actor";
import { lineMapping } from "./line-mapping";
import { isUnreviewed, nextState, type ReviewState } from "./machine";
import { isOwnReview, reviewPolicy } from "./policy";
import type { Review, ReviewComment, ReviewRound } from "./schema";

export type ReviewRow = {
  id: string;
  path: string;
  state: ReviewState;
  round: number;
  version: number;
  authorId: string | null;
  author: string;
  byToken: boolean;
  reviewerId: string | null;
  reviewer: string | null;
  note: string;
  createdAt: Date;
  updatedAt: Date;
  decidedById: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  publishedBy: string | null;
  publishedAt: Date | null;
  commit: string | null;
  urgentReason: string | null;
  incident: string | null;
};

export type RoundRow = Omit<ReviewRound, "createdAt" | "decidedAt"> & { createdAt: Date; decidedAt: Date | null };

export type CommentRow = {
  id: string;
  round: number;
  side: string | null;
  line: number | null;
  parentId: string | null;
  body: string;
  authorId: string | null;
  author: string;
  createdAt: Date;
  editedAt: Date | null;
  resolvedAt: Date | null;
  resolvedBy: string | null;
  retractedAt: Date | null;
  revisions: { body: string; at: Date }[];
};

/** Whether the actor may publish the approved text: who wrote it, or who approved it. */
export const mayPublish = (actor: Actor, row: Pick<ReviewRow, "authorId" | "author" | "decidedById">): boolean =>
  isOwnReview(actor, row) || (row.decidedById !== null && row.decidedById === actor.id);

/** A request as the actor sees it, with what they may do now. */
export function reviewView(row: ReviewRow, actor: Actor, openComments: number): Review {
  const own = isOwnReview(actor, row);
  const somebody = (id: string | null, name: string | null) => (name === null ? null : { id, name });
  const decidable = nextState(row, "approve") !== null || nextState(row, "request_changes") !== null;
  return {
    id: row.id,
    path: row.path,
    state: row.state,
    round: row.round,
    version: row.version,
    author: { id: row.authorId, name: row.author },
    reviewer: somebody(row.reviewerId, row.reviewer),
    note: row.note,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    decidedBy: somebody(row.decidedById, row.decidedBy),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    publishedBy: row.publishedBy,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    commit: row.commit,
    urgentReason: row.urgentReason,
    incident: row.incident,
    openComments,
    can: {
      decide: decidable && !own && reviewPolicy.decide(actor, row),
      revise: nextState(row, "revise") !== null && reviewPolicy.revise(actor, row),
      withdraw: nextState(row, "withdraw") !== null && reviewPolicy.withdraw(actor, row),
      publish: nextState(row, "publish") !== null && !isUnreviewed(row) && mayPublish(actor, row),
    },
  };
}

export const roundView = (row: RoundRow): ReviewRound => ({
  number: row.number,
  text: row.text,
  baseText: row.baseText,
  baseBlob: row.baseBlob,
  sha: row.sha,
  message: row.message,
  author: row.author,
  createdAt: row.createdAt.toISOString(),
  decision: row.decision,
  decisionNote: row.decisionNote,
  decidedBy: row.decidedBy,
  decidedAt: row.decidedAt?.toISOString() ?? null,
});

type Texts = Pick<ReviewRound, "number" | "text" | "baseText">;

/** Comments with the place of their lines in the latest round. What was taken back stays reachable among the earlier texts. */
export function commentViews(rows: CommentRow[], rounds: Texts[], actor: Actor): ReviewComment[] {
  const last = rounds.at(-1);
  const textOf = (round: Texts | undefined, side: string) =>
    side === "old" ? (round?.baseText ?? "") : (round?.text ?? "");
  const mappings = new Map<string, ReturnType<typeof lineMapping>>();
  const mapping = (number: number, side: string) => {
    const key = `${side} ${number}`;
    const round = rounds.find((one) => one.number === number);
    const found = mappings.get(key) ?? lineMapping(textOf(round, side), textOf(last, side));
    mappings.set(key, found);
    return found;
  };
  return rows.map((row) => {
    const side = row.side === "old" || row.side === "new" ? row.side : null;
    const gone = row.retractedAt !== null;
    return {
      id: row.id,
      round: row.round,
      side,
      line: row.line,
      now: side !== null && row.line !== null ? mapping(row.round, side)(row.line) : null,
      parentId: row.parentId,
      body: gone ? "" : row.body,
      author: { id: row.authorId, name: row.author },
      createdAt: row.createdAt.toISOString(),
      editedAt: row.editedAt?.toISOString() ?? null,
      resolvedAt: row.resolvedAt?.toISOString() ?? null,
      resolvedBy: row.resolvedBy,
      retractedAt: row.retractedAt?.toISOString() ?? null,
      earlier: [...row.revisions, ...(gone ? [{ body: row.body, at: row.editedAt ?? row.createdAt }] : [])].map(
        ({ body, at }) => ({ body, at: at.toISOString() }),
      ),
      mine: isOwnReview(actor, row),
    };
  });
}
