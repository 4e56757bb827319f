import { z } from "zod";
import { elementNames } from "../../element-names";
import { isNewRunbookPath, isObjectId } from "../../git/content-file";
import { maxText } from "../../publishing/schema";
import { criticalities } from "../../schema";
import { noticeRules } from "../notice";
import { limits } from "../sources/source-file";
import { type Reason, reasons } from "../structure/proposal";

const key = z.string().min(1).max(80);
const said = (max: number) => z.string().trim().max(max).nullable().default(null);

export const Change = z.object({
  id: z.string().max(80).optional(),
  title: z.string().max(300).optional(),
  /** Another part of the procedure, for a part. */
  tag: z.enum(elementNames).optional(),
  /** Of a step: whether it changes something. */
  kind: z.enum(["read", "change"]).optional(),
});

/** A text to be made into a runbook, and what a person decided about it. */
export const ImportText = z.object({
  /** `<service>/<file>` that the runbook will have. */
  path: z.string().refine(isNewRunbookPath),
  /** Name of the file, for the report; an `.mdx` that is a runbook already stays as it is. */
  name: z.string().min(1).max(400),
  /** The text, or the file's bytes in base64: one of them. */
  text: z.string().max(maxText).nullable().default(null),
  base64: z
    .base64()
    .max(Math.ceil(limits.text / 3) * 4 + 4)
    .nullable()
    .default(null),
  repair: z.boolean().default(false),
  title: said(300),
  lang: said(40),
  owner: said(300),
  criticality: z.enum(criticalities).nullable().default(null),
  /** Where relative addresses lead once the text has moved. */
  addresses: z.record(z.string().max(2_000), z.string().max(2_000)).default({}),
  /** Ids of the proposals that are taken; null takes all of them. */
  accepted: z.array(key).max(10_000).nullable().default(null),
  changes: z.record(key, Change).default({}),
  /** The runbook as somebody wrote it on from the proposal; compared with the source all the same. */
  written: z.string().max(maxText).nullable().default(null),
});
export type ImportText = z.infer<typeof ImportText>;

/** A text that is to be published with others of the same import. */
export const HandOver = ImportText.extend({
  importId: z.uuid(),
  service: z.string().max(100),
  file: z.string().max(100),
  /** Blob of the runbook that it updates; null for a new one. */
  baseBlob: z.string().refine(isObjectId).nullable().default(null),
}).omit({ path: true });
export type HandOver = z.infer<typeof HandOver>;

const place = { line: z.number().int(), text: z.string() };
const reason = z.enum(Object.keys(reasons) as [Reason, ...Reason[]]);
const rule = z.enum(Object.keys(noticeRules) as [keyof typeof noticeRules, ...(keyof typeof noticeRules)[]]);

export const Equivalence = z.object({
  complete: z.boolean(),
  /** Text of the source that the page would not show, at most 200 places of it. */
  missing: z.array(z.object(place)),
  /** Words and signs compared. */
  compared: z.number().int(),
});

/** What an import of a text would come to. */
export const Analysis = z.object({
  /** `ready`; `look`: somebody should look at it first; `refused`: it cannot become a runbook as it is. */
  state: z.enum(["ready", "look", "refused"]),
  /** The source as it was read. */
  text: z.string(),
  /** The runbook with the proposals that were taken; null when it is refused. */
  mdx: z.string().nullable(),
  problems: z.array(
    z.object({
      rule: z.string(),
      severity: z.enum(["error", "warning"]),
      line: z.number().int(),
      column: z.number().int(),
      message: z.string(),
      values: z.record(z.string(), z.string()).optional(),
    }),
  ),
  notices: z.array(z.object({ ...place, rule, person: z.boolean() })),
  /** What was written another way, so that a page shows it. */
  escapes: z.array(z.object({ line: z.number().int(), before: z.string(), after: z.string() })),
  damage: z.array(z.object({ line: z.number().int(), found: z.string(), repaired: z.string() })),
  proposals: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      line: z.number().int(),
      what: z.string(),
      why: reason,
      needs: z.string().nullable(),
      names: z.array(
        z.object({
          key: z.string(),
          id: z.string().nullable(),
          title: z.string().nullable(),
          tag: z.string(),
        }),
      ),
    }),
  ),
  equivalence: Equivalence,
  /** Relative addresses of its links and images. */
  addresses: z.array(z.string()),
  matter: z.object({
    title: z.string(),
    lang: z.string(),
    owner: z.string(),
    criticality: z.string().nullable(),
  }),
});
export type Analysis = z.infer<typeof Analysis>;
export type AnalysedProposal = Analysis["proposals"][number];
