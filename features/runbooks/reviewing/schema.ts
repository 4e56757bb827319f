import { z } from "zod";
import { maskSecrets } from "@/lib/secrets/mask-secrets";
import { PublishRunbook } from "../publishing/schema";
import { criticalities } from "../schema";
import { reviewStates } from "./machine";

/** Client-made id (RFC 9562): the same id twice is one thing. */
const ClientId = z.uuid().transform((id) => id.toLowerCase());
/** Markdown that goes to others without anybody looking at it again, so what may be a secret is masked. */
const Words = z
  .string()
  .max(10_000)
  .transform((text) => maskSecrets(text.replaceAll("\u0000", "").trim()));
const Said = Words.refine((text) => text !== "", { error: "…" });
const expectedVersion = z.number().int().positive();
const Time = z.iso.datetime();
const Somebody = z.object({ id: z.string().nullable(), name: z.string() });

export const ReviewRef = z.object({ reviewId: z.uuid() });
export type ReviewRef = z.output<typeof ReviewRef>;

const Text = PublishRunbook.pick({ path: true, text: true, baseBlob: true, message: true, answers: true });

export const RequestReview = Text.extend({
  id: ClientId.optional(),
  /** Id of an editor who is asked; left out, whoever has the time. */
  reviewerId: z.uuid().nullable().default(null),
  note: Words.default(""),
});
export type RequestReview = z.output<typeof RequestReview>;

export const ReviseReview = Text.omit({ path: true }).extend({
  reviewId: z.uuid(),
  /** Id of the round. */
  id: ClientId.optional(),
  expectedVersion,
});
export type ReviseReview = z.output<typeof ReviseReview>;

export const DecideReview = z.object({
  reviewId: z.uuid(),
  decision: z.enum(["approve", "request_changes"]),
  /** A word with it; wanted when changes are asked for. */
  note: Words.default(""),
  /** The version, and with it the text, that the reviewer saw. */
  expectedVersion,
});
export type DecideReview = z.output<typeof DecideReview>;

export const WithdrawReview = z.object({ reviewId: z.uuid(), expectedVersion });
export type WithdrawReview = z.output<typeof WithdrawReview>;

export const reviewLists = ["for_me", "mine", "live", "unreviewed", "closed"] as const;
export const ListReviews = z.object({
  /**
   * `for_me`: others' that wait for the reader's word, `mine`: the reader's own, `live`: all that are under way,
   * `unreviewed`: published in a hurry, `closed`: withdrawn or published.
   */
  show: z.enum(reviewLists).default("live"),
  path: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
  skip: z.coerce.number().int().min(0).max(100_000).default(0),
});
export type ListReviews = z.output<typeof ListReviews>;

export const Review = z.object({
  id: z.string(),
  path: z.string(),
  state: z.enum(reviewStates),
  round: z.number().int(),
  version: z.number().int(),
  author: Somebody,
  reviewer: Somebody.nullable(),
  note: z.string(),
  createdAt: Time,
  updatedAt: Time,
  decidedBy: Somebody.nullable(),
  decidedAt: Time.nullable(),
  publishedBy: z.string().nullable(),
  publishedAt: Time.nullable(),
  commit: z.string().nullable(),
  urgentReason: z.string().nullable(),
  incident: z.string().nullable(),
  openComments: z.number().int(),
  /** What the reader may do now. */
  can: z.object({
    decide: z.boolean(),
    revise: z.boolean(),
    withdraw: z.boolean(),
    publish: z.boolean(),
  }),
});
export type Review = z.output<typeof Review>;

export const ReviewList = z.object({ reviews: z.array(Review), more: z.boolean() });
export type ReviewList = z.output<typeof ReviewList>;

export const ReviewRound = z.object({
  number: z.number().int(),
  text: z.string(),
  baseText: z.string().nullable(),
  baseBlob: z.string().nullable(),
  sha: z.string(),
  message: z.string(),
  author: z.string(),
  createdAt: Time,
  decision: z.enum(reviewStates).nullable(),
  decisionNote: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: Time.nullable(),
});
export type ReviewRound = z.output<typeof ReviewRound>;

export const ReviewComment = z.object({
  id: z.string(),
  round: z.number().int(),
  side: z.enum(["old", "new"]).nullable(),
  /** As it was written, in the text of its round. */
  line: z.number().int().nullable(),
  /** Where that line is in the latest round; `kept` is false where it was changed since. */
  now: z.object({ line: z.number().int(), kept: z.boolean() }).nullable(),
  parentId: z.string().nullable(),
  body: z.string(),
  author: Somebody,
  createdAt: Time,
  editedAt: Time.nullable(),
  resolvedAt: Time.nullable(),
  resolvedBy: z.string().nullable(),
  retractedAt: Time.nullable(),
  /** What it said before it was corrected, the first text first. */
  earlier: z.array(z.object({ body: z.string(), at: Time })),
  mine: z.boolean(),
});
export type ReviewComment = z.output<typeof ReviewComment>;

export const WholeReview = Review.extend({ rounds: z.array(ReviewRound), comments: z.array(ReviewComment) });
export type WholeReview = z.output<typeof WholeReview>;

export const AddComment = z.object({
  reviewId: z.uuid(),
  id: ClientId.optional(),
  /** The comment that it answers. */
  parentId: z.uuid().nullable().default(null),
  side: z.enum(["old", "new"]).nullable().default(null),
  line: z.number().int().min(1).max(1_000_000).nullable().default(null),
  /** The round that it is about; left out, the latest. */
  round: z.number().int().min(1).optional(),
  body: Said,
});
export type AddComment = z.output<typeof AddComment>;

const CommentRef = z.object({ reviewId: z.uuid(), commentId: z.uuid() });
export const CorrectComment = CommentRef.extend({ body: Said });
export type CorrectComment = z.output<typeof CorrectComment>;
export const ResolveComment = CommentRef.extend({ resolved: z.boolean() });
export type ResolveComment = z.output<typeof ResolveComment>;
export const RetractComment = CommentRef;
export type RetractComment = z.output<typeof RetractComment>;

export const reviewRules = ["none", "required"] as const;
export const ReviewRule = z.object({
  criticality: z.enum(criticalities),
  rule: z.enum(reviewRules),
  /** 0 until somebody sets it. */
  version: z.number().int(),
  updatedAt: Time.nullable(),
  updatedBy: z.string().nullable(),
});
export type ReviewRule = z.output<typeof ReviewRule>;
export const SetReviewRule = ReviewRule.pick({ criticality: true, rule: true }).extend({
  expectedVersion: z.number().int().min(0),
});
export type SetReviewRule = z.output<typeof SetReviewRule>;
