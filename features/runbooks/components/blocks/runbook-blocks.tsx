import { type ComponentType, createElement } from "react";
import type { Artifact } from "../../artifact";
import { CommandBlock, Snippet } from "../code/command-block";
import { Diagram } from "../code/diagram";
import { Callout } from "./callout";
import { Checklist, Triage } from "./checklist";
import { Decision, DecisionOption } from "./decision";
import { MarkdownHeading, MarkdownLink, MarkdownTable, TaskBox } from "./markdown";
import { Causes, Symptoms } from "./parts";
import { Diagnosis, Escalation, Remediation, Verification } from "./phases";
import { Procedure } from "./procedure";
import { Step } from "./step";
import { Expect, Undo } from "./step-parts";

/** The components that a compiled runbook is rendered with: the tags of FORMAT.md and what Markdown makes. */
export function runbookBlocks({ path, variables }: Pick<Artifact, "path" | "variables">) {
  const declared = variables.map((one) => one.name);
  return {
    h1: given(MarkdownHeading, { level: 2 }),
    h2: given(MarkdownHeading, { level: 2 }),
    h3: given(MarkdownHeading, { level: 3 }),
    h4: given(MarkdownHeading, { level: 4 }),
    h5: given(MarkdownHeading, { level: 5 }),
    h6: given(MarkdownHeading, { level: 6 }),
    a: MarkdownLink,
    table: MarkdownTable,
    input: TaskBox,
    Procedure: given(Procedure, { runbook: path }),
    Symptoms,
    Causes,
    Diagnosis,
    Remediation,
    Verification,
    Escalation,
    Step,
    Expect,
    Undo,
    Decision,
    Option: given(DecisionOption, { runbook: path }),
    Checklist,
    Triage,
    Callout,
    CommandBlock: given(CommandBlock, { declared }),
    Snippet,
    Diagram,
  };
}

/** A server component with some props already given: which page it stands on, which variables that page has. */
const given =
  <P extends object, G extends Partial<P>>(component: ComponentType<P>, props: G) =>
  (rest: Omit<P, keyof G>) =>
    createElement(component, { ...rest, ...props } as unknown as P);
