export const reviewStates = ["open", "approved", "changes_requested", "withdrawn", "published"] as const;
export type ReviewState = (typeof reviewStates)[number];

export const reviewEvents = ["approve", "request_changes", "revise", "withdraw", "publish"] as const;
export type ReviewEvent = (typeof reviewEvents)[number];

/**
 * What becomes of a request. A new round opens it again, whatever was decided on the one before: an approval is of one text.
 * A publication in a hurry is `published` from the start, and is approved as that.
 */
export const transitions = {
  open: { approve: "approved", request_changes: "changes_requested", revise: "open", withdraw: "withdrawn" },
  approved: { request_changes: "changes_requested", revise: "open", withdraw: "withdrawn", publish: "published" },
  changes_requested: { approve: "approved", revise: "open", withdraw: "withdrawn" },
  withdrawn: {},
  published: {},
} as const satisfies Record<ReviewState, Partial<Record<ReviewEvent, ReviewState>>>;

/** A request as the machine knows it. */
export type ReviewStanding = { state: ReviewState; urgentReason: string | null; decidedAt: Date | null };

/** Whether it was published without a review and nobody has looked at it since. */
export const isUnreviewed = ({ state, urgentReason, decidedAt }: ReviewStanding): boolean =>
  state === "published" && urgentReason !== null && decidedAt === null;

/** The state after an event; null where it cannot happen. */
export function nextState(standing: ReviewStanding, event: ReviewEvent): ReviewState | null {
  if (isUnreviewed(standing) && event === "approve") return "published";
  const from: Partial<Record<ReviewEvent, ReviewState>> = transitions[standing.state];
  return from[event] ?? null;
}

/** Requests on which somebody still has something to do. */
export const liveStates = ["open", "approved", "changes_requested"] as const satisfies ReviewState[];
