import { z } from "zod";
import { severities } from "@/lib/severity";
import { parseDuration } from "./duration";
import type { ElementName } from "./element-names";
import { kebab } from "./schema";

// Attributes are written as strings or bare booleans. As in the front matter, `error` is an example of a right value.
const title = z.string({ error: "…" }).trim().min(1, { error: "…" }).max(300, { error: "…" });
const id = z.string({ error: "restart-api" }).max(80, { error: "restart-api" }).regex(kebab, { error: "restart-api" });
const duration = z.string({ error: "5m" }).refine((text) => parseDuration(text) !== null, { error: "5m" });
const flag = z.literal([true, "true", "false"], { error: "irreversible" });
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: values.join(" | ") });
const order = oneOf(["sequence", "any"]).optional();
const plain = z.string({ error: "…" }).min(1, { error: "…" }).max(1_000, { error: "…" });

/** The tags of FORMAT.md with their attributes. */
export const elementSchemas = {
  Checklist: z.strictObject({
    id,
    title,
    when: oneOf(["start", "recovery", "close"]).optional(),
    within: duration.optional(),
  }),
  Triage: z.strictObject({ id, title }),
  Procedure: z.strictObject({
    id,
    title,
    severity: oneOf(severities).optional(),
    alerts: plain.optional(),
    within: duration.optional(),
  }),
  Symptoms: z.strictObject({}),
  Causes: z.strictObject({}),
  Diagnosis: z.strictObject({ order }),
  Remediation: z.strictObject({ order }),
  Verification: z.strictObject({ order }),
  Escalation: z.strictObject({ after: duration.optional() }),
  Step: z.strictObject({
    id,
    title,
    kind: oneOf(["read", "change"]).optional(),
    within: duration.optional(),
    evidence: oneOf(["optional", "required"]).optional(),
    irreversible: flag.optional(),
    target: plain.optional(),
  }),
  Expect: z.strictObject({ matches: plain.optional() }),
  Decision: z.strictObject({ id, question: title }),
  Option: z.strictObject({
    label: title,
    goto: plain.optional(),
    outcome: oneOf(["recovered", "escalate"]).optional(),
  }),
  Undo: z.strictObject({}),
  Callout: z.strictObject({ type: oneOf(["note", "tip", "warning", "danger"]) }),
} as const satisfies Record<ElementName, z.ZodType>;

/** What code fences become when a page is rendered; authors cannot write these. */
export const blockNames = ["CommandBlock", "Snippet", "Diagram"] as const;
export type BlockName = (typeof blockNames)[number];

/** `plain` marks a tag that the pipeline added around plain Markdown: its component shows its children and no title. */
type Added = { plain?: true };
/** Props of the components that a rendered runbook is made of, as compiled MDX passes them; durations are text. */
export type ElementProps = { [Name in ElementName]: z.input<(typeof elementSchemas)[Name]> & Added } & {
  CommandBlock: { lang: string; text: string };
  Snippet: { lang: string; text: string };
  Diagram: { text: string };
};

const phases = ["Diagnosis", "Remediation", "Verification", "Escalation"] as const;
const anywhere = null;

/** The nearest enclosing tag that each may have; `root` is the page itself, and null means anywhere. */
export const parentsOf: Record<ElementName, readonly (ElementName | "root")[] | null> = {
  Checklist: ["root"],
  Triage: ["root"],
  Procedure: ["root"],
  Symptoms: ["Procedure"],
  Causes: ["Procedure"],
  Diagnosis: ["Procedure"],
  Remediation: ["Procedure"],
  Verification: ["Procedure"],
  Escalation: ["Procedure"],
  Step: ["Procedure", "Checklist", ...phases],
  Expect: ["Step"],
  Decision: ["Step", "Procedure", ...phases],
  Option: ["Decision"],
  Undo: ["Step"],
  Callout: anywhere,
};

/** An example of a right value for a required attribute, for messages. */
export const attributeExamples: Record<string, string> = {
  id: 'id="restart-api"',
  title: 'title="Reiniciar la API"',
  question: 'question="¿Qué error aparece?"',
  label: 'label="401 Unauthorized"',
  type: 'type="warning"',
};
