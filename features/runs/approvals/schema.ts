import { z } from "zod";
import { ClientId, IsoTime } from "@/features/incidents/schema";
import { criticalities } from "@/features/runbooks/schema";
import { maskSecrets } from "@/lib/secrets/mask-secrets";
import { StepRef } from "../schema";
import { approvalScopes } from "./approval";
import { ApprovalRequest } from "./request";

/** Goes onto the timeline without anybody looking at it again, so what may be a secret is masked. */
const Words = z
  .string()
  .max(2_000)
  .transform((text) => maskSecrets(text.replaceAll("\u0000", "").trim()));

export const AskApproval = StepRef.extend({
  /** What is about to be done, for whoever decides; Markdown. */
  note: Words.optional(),
  /** Id of the request, made by the client: the same id twice is one request. */
  id: ClientId.optional(),
});
export type AskApproval = z.output<typeof AskApproval>;

export const DecideApproval = z.object({
  approvalId: z.uuid(),
  decision: z.enum(["grant", "refuse"]),
  /** A word with the answer; wanted for a refusal. */
  reason: Words.optional(),
  /** Id of the event, made by the client. */
  id: ClientId.optional(),
});
export type DecideApproval = z.output<typeof DecideApproval>;

export const OverrideApproval = StepRef.extend({
  /** Why nobody could be waited for. */
  reason: Words,
  id: ClientId.optional(),
});
export type OverrideApproval = z.output<typeof OverrideApproval>;

export const ListApprovals = z.object({
  /** `waiting` for an answer, or `overridden` in the last 90 days. */
  show: z.enum(["waiting", "overridden"]).default("waiting"),
});
export type ListApprovals = z.output<typeof ListApprovals>;

/** A request with all that somebody needs to answer it away from the run. */
export const ListedApproval = ApprovalRequest.extend({
  step: z.object({
    title: z.string(),
    target: z.string().nullable(),
    irreversible: z.boolean(),
    hasUndo: z.boolean(),
    commands: z.array(z.object({ lang: z.string(), text: z.string() })),
  }),
  run: z.object({ id: z.string(), title: z.string(), runbook: z.string(), drill: z.boolean() }),
  incident: z.object({ key: z.string(), title: z.string() }).nullable(),
});
export type ListedApproval = z.output<typeof ListedApproval>;

export const ListedApprovals = z.object({
  approvals: z.array(ListedApproval),
  /** The server's clock when this was read. */
  now: IsoTime,
});
export type ListedApprovals = z.output<typeof ListedApprovals>;

export const ApprovalRule = z.object({
  criticality: z.enum(criticalities),
  scope: z.enum(approvalScopes),
  /** Seconds until a request expires. */
  timeout: z.number().int(),
  /** 0 until somebody sets it. */
  version: z.number().int(),
  updatedAt: IsoTime.nullable(),
  updatedBy: z.string().nullable(),
});
export type ApprovalRule = z.output<typeof ApprovalRule>;

/** Bounds of a time-out, in seconds: a minute to read the request, an hour before it means something else. */
export const timeoutBounds = { least: 60, most: 3_600 } as const;

export const SetApprovalRule = ApprovalRule.pick({ criticality: true, scope: true }).extend({
  timeout: z.number().int().min(timeoutBounds.least).max(timeoutBounds.most),
  /** The version that the administrator saw. */
  expectedVersion: z.number().int().min(0),
});
export type SetApprovalRule = z.output<typeof SetApprovalRule>;
