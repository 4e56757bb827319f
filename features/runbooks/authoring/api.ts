import { z } from "zod";
import { contract } from "@/lib/http/contract";
import type { TocEntry } from "../artifact";

/** A runbook that a link or an answer can lead to. */
const target = z.object({ path: z.string(), title: z.string() });
export type LinkTarget = z.infer<typeof target>;

export const linkTargetsContract = contract({
  method: "GET",
  path: "/api/v1/authoring/targets",
  summary:
    "Runbooks whose path or title holds all words of a query, those of one service first: for whoever writes a link",
  access: "viewer",
  input: z.object({
    q: z.string().trim().max(200).default(""),
    /** The service that is written about. */
    service: z.string().max(100).default(""),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  output: z.object({ targets: z.array(target) }),
  status: 200,
  errors: ["unauthenticated", "validation_failed"],
});

const kind = z.enum(["heading", "procedure", "checklist", "triage", "step", "decision"]) satisfies z.ZodType<
  TocEntry["kind"] | "decision"
>;
const anchor = z.object({ id: z.string(), title: z.string(), kind });
export type LinkAnchor = z.infer<typeof anchor>;

export const linkAnchorsContract = contract({
  method: "GET",
  path: "/api/v1/authoring/anchors",
  summary: "The places of a runbook that a link or an answer can lead to; none for a runbook that there is not",
  access: "viewer",
  input: z.object({ path: z.string().max(300) }),
  output: z.object({ anchors: z.array(anchor) }),
  status: 200,
  errors: ["unauthenticated", "validation_failed"],
});

const words = z.object({
  services: z.array(z.string()),
  owners: z.array(z.string()),
  tags: z.array(z.string()),
  alerts: z.array(z.string()),
  /** Variables of the service's runbooks. */
  variables: z.array(z.object({ name: z.string(), label: z.string() })),
});
export type AuthoringWords = z.infer<typeof words>;

export const authoringWordsContract = contract({
  method: "GET",
  path: "/api/v1/authoring/words",
  summary:
    "What runbooks say in their front matter, most used first: services, owners, tags, alerts and a service's variables",
  access: "viewer",
  input: z.object({ service: z.string().max(100).default("") }),
  output: words,
  status: 200,
  errors: ["unauthenticated", "validation_failed"],
});

export const authoringContracts = [linkTargetsContract, linkAnchorsContract, authoringWordsContract];
