import { z } from "zod";
import { contract } from "@/lib/http/contract";
import { Published } from "../publishing/schema";
import {
  AddComment,
  CorrectComment,
  DecideReview,
  ListReviews,
  RequestReview,
  ResolveComment,
  RetractComment,
  ReviewList,
  ReviewRef,
  ReviewRule,
  ReviseReview,
  SetReviewRule,
  WholeReview,
  WithdrawReview,
} from "./schema";

const all = "/api/v1/reviews" as const;
const one = "/api/v1/reviews/{reviewId}" as const;
const comment = `${one}/comments/{commentId}` as const;
const rules = "/api/v1/review-rules" as const;

const Answer = z.object({ review: WholeReview, repeated: z.boolean() });
const created = { of: ({ repeated }: { repeated: boolean }) => (repeated ? 200 : 201), all: [200, 201] };

export const listReviewsContract = contract({
  method: "GET",
  path: all,
  summary: "Texts that wait for another editor's word, or that are over",
  access: "editor",
  input: ListReviews,
  output: ReviewList,
  status: 200,
  errors: ["validation_failed"],
});

export const requestReviewContract = contract({
  method: "POST",
  path: all,
  summary: "Put a text to review before it is published",
  access: "editor",
  input: RequestReview,
  output: Answer,
  status: created,
  errors: ["validation_failed", "stale_base", "path_taken", "review_open", "unknown_person", "id_reused"],
});

export const readReviewContract = contract({
  method: "GET",
  path: one,
  summary: "A request with its rounds and comments",
  access: "editor",
  input: ReviewRef,
  output: WholeReview,
  status: 200,
  errors: ["validation_failed", "not_found"],
});

export const reviseReviewContract = contract({
  method: "POST",
  path: `${one}/rounds`,
  summary: "Put another text to the same review; an approval lapses with it",
  access: "editor",
  input: ReviseReview,
  output: Answer,
  status: created,
  errors: ["validation_failed", "not_found", "stale_version", "stale_base", "invalid_transition", "nothing_to_publish"],
});

export const decideReviewContract = contract({
  method: "POST",
  path: `${one}/decision`,
  summary: "Approve somebody else's text, or ask for changes; persons only",
  access: "editor",
  input: DecideReview,
  output: WholeReview,
  status: 200,
  errors: ["validation_failed", "not_found", "own_review", "stale_version", "invalid_transition", "reason_required"],
});

export const withdrawReviewContract = contract({
  method: "POST",
  path: `${one}/withdrawal`,
  summary: "Take a request back; its rounds and comments stay",
  access: "editor",
  input: WithdrawReview,
  output: WholeReview,
  status: 200,
  errors: ["validation_failed", "not_found", "stale_version", "invalid_transition"],
});

export const publishReviewContract = contract({
  method: "POST",
  path: `${one}/publication`,
  summary: "Publish the approved text in its author's name, with a `Reviewed-by:` trailer",
  access: "editor",
  input: WithdrawReview,
  output: Published,
  status: 200,
  errors: [
    "validation_failed",
    "not_found",
    "stale_version",
    "invalid_transition",
    "review_lapsed",
    "runbook_invalid",
    "stale_base",
    "worktree_changed",
    "repository_locked",
    "repository_unavailable",
  ],
});

export const streamReviewContract = contract({
  method: "GET",
  path: `${one}/stream`,
  summary: "Server-sent events: `changed` whenever something happened to the request",
  access: "editor",
  input: ReviewRef,
  output: z.string(),
  status: 200,
  errors: ["not_found"],
  mediaType: "text/event-stream",
});

export const addCommentContract = contract({
  method: "POST",
  path: `${one}/comments`,
  summary: "Comment on a line of the old or new text, on the whole, or answer a comment",
  access: "editor",
  input: AddComment,
  output: Answer,
  status: created,
  errors: ["validation_failed", "not_found", "id_reused"],
});

export const correctCommentContract = contract({
  method: "PATCH",
  path: comment,
  summary: "Correct one's own comment; the first text stays readable",
  access: "editor",
  input: CorrectComment,
  output: WholeReview,
  status: 200,
  errors: ["validation_failed", "not_found", "entry_retracted"],
});

export const retractCommentContract = contract({
  method: "POST",
  path: `${comment}/retraction`,
  summary: "Take one's own comment back",
  access: "editor",
  input: RetractComment,
  output: WholeReview,
  status: 200,
  errors: ["validation_failed", "not_found"],
});

export const resolveCommentContract = contract({
  method: "POST",
  path: `${comment}/resolution`,
  summary: "Mark a thread as settled, or open it again",
  access: "editor",
  input: ResolveComment,
  output: WholeReview,
  status: 200,
  errors: ["validation_failed", "not_found"],
});

export const listReviewersContract = contract({
  method: "GET",
  path: "/api/v1/reviewers",
  summary: "Editors who may be asked to review",
  access: "editor",
  input: z.object({}),
  output: z.object({ reviewers: z.array(z.object({ id: z.string(), name: z.string() })) }),
  status: 200,
  errors: [],
});

export const listReviewRulesContract = contract({
  method: "GET",
  path: rules,
  summary: "Which runbooks want another editor's approval, by criticality",
  access: "admin",
  input: z.object({}),
  output: z.object({ rules: z.array(ReviewRule) }),
  status: 200,
  errors: [],
});

export const setReviewRuleContract = contract({
  method: "PUT",
  path: `${rules}/{criticality}`,
  summary: "Set the rule of a criticality; it holds at once",
  access: "admin",
  input: SetReviewRule,
  output: ReviewRule,
  status: 200,
  errors: ["validation_failed", "stale_version"],
});

/** All operations on reviews. */
export const reviewContracts = [
  listReviewsContract,
  requestReviewContract,
  readReviewContract,
  reviseReviewContract,
  decideReviewContract,
  withdrawReviewContract,
  publishReviewContract,
  streamReviewContract,
  addCommentContract,
  correctCommentContract,
  retractCommentContract,
  resolveCommentContract,
  listReviewersContract,
  listReviewRulesContract,
  setReviewRuleContract,
];
