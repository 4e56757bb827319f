import { z } from "zod";
import { severities } from "@/lib/severity";
import { FrontMatter } from "./schema";

/** The folder of post-mortems in the content folder; the first part of their paths. */
export const postMortemFolder = "postmortems";

/** What a text of the content folder is. */
export type DocumentKind = "runbook" | "postmortem";

const instant = () => z.iso.datetime({ offset: true, error: "2026-01-15T03:00:00Z" });

/** The front matter of a post-mortem; unknown keys are refused. As in a runbook's, `error` is an example of a right value. */
export const PostMortemMatter = z.strictObject({
  title: z.string({ error: "La API no responde" }).trim().min(1, { error: "…" }).max(300, { error: "…" }),
  incident: z.string({ error: "INC-42" }).regex(/^INC-[1-9]\d{0,8}$/, { error: "INC-42" }),
  kind: z.enum(["incident", "drill"], { error: "incident | drill" }).default("incident"),
  severity: z.enum(severities, { error: severities.join(" | ") }),
  services: z
    .array(z.string({ error: "pagos" }).trim().min(1, { error: "pagos" }).max(100, { error: "pagos" }), {
      error: "[pagos]",
    })
    .max(50, { error: "[pagos]" })
    .default([]),
  lang: FrontMatter.shape.lang,
  impactStarted: instant().nullable().default(null),
  declared: instant(),
  mitigated: instant().nullable().default(null),
  resolved: instant().nullable().default(null),
});
export type PostMortemMatter = z.output<typeof PostMortemMatter>;

export const postMortemKeys = (): string[] => Object.keys(PostMortemMatter.shape);

/** What the pipeline knows a document by: a post-mortem is of no service and nobody runs it. */
export const frontMatterOf = ({ title, lang }: PostMortemMatter): FrontMatter =>
  FrontMatter.parse({ title, service: postMortemFolder, lang, owner: "—" });
