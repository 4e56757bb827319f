import { type Markup, markup } from "@/lib/offline/worker/markup";
import { planTarget } from "../../pipeline/target";
import type { Attributes, BlockContext, Shown, Tag } from "./block-context";
import { codeHtml, diagramHtml } from "./code-html";
import { stepHtml, titleHtml } from "./step-html";
import { documentHref, documentId } from "./surroundings";

type Block = (attributes: Attributes, children: Shown[], context: BlockContext) => Markup;

/** A tag of FORMAT.md, or a fence, as HTML; null for any other tag. */
export function blockHtml(node: Tag, context: BlockContext): Markup | null {
  const block = Object.hasOwn(blocks, node.name ?? "") ? blocks[node.name ?? ""] : undefined;
  if (!block) return null;
  const attributes: Attributes = {};
  for (const one of node.attributes)
    if (one.type === "mdxJsxAttribute") attributes[one.name] = typeof one.value === "string" ? one.value : "true";
  return block(attributes, node.children as Shown[], context);
}

const blocks: Record<string, Block> = {
  Procedure: ({ id = "", title = "", severity, within, alerts, plain }, children, context) => {
    const { say } = context.around;
    const ordered = [...children.filter(isNamed("Symptoms")), ...children.filter((one) => !isNamed("Symptoms")(one))];
    const body = context.within(ordered, context);
    if (plain) return markup`<section class="part" id="${documentId(context.path, id)}">${body}</section>`;
    const facts = [
      severity && markup`<b class="sev ${severity}">${marks[severity] ?? ""} ${severity}</b>`,
      within && markup`<span>${say("reading.blocks.budget")}: ${within}</span>`,
      alerts && markup`<span>${say("reading.blocks.alert")}: <code>${alerts}</code></span>`,
    ];
    return markup`<section class="part procedure" id="${documentId(context.path, id)}">${titleHtml("h3", "procedure", id, title, context, facts)}
${body}</section>`;
  },
  Symptoms: (attributes, children, context) => part("symptoms", attributes, children, context),
  Causes: (attributes, children, context) => part("causes", attributes, children, context),
  Diagnosis: (attributes, children, context) =>
    part("diagnosis", attributes, children, context, attributes.order === "any" ? null : "step"),
  Remediation: (attributes, children, context) => part("remediation", attributes, children, context, "attempt"),
  Verification: (attributes, children, context) =>
    part("verification", attributes, children, context, attributes.order === "any" ? null : "step"),
  Escalation: (attributes, children, context) => part("escalation", attributes, children, context),
  Step: stepHtml,
  Expect: ({ matches }, children, context) => {
    const { say } = context.around;
    const form = matches ? markup`<p>${say("reading.blocks.matches")} <code>${matches}</code></p>` : markup``;
    return markup`<div class="expect"><p class="label">${say("reading.blocks.expect")}</p>${context.within(children, context)}${form}</div>`;
  },
  Undo: (_, children, context) =>
    markup`<div class="undo"><p class="label">${context.around.say("reading.blocks.undo")}</p>${context.within(children, context)}</div>`,
  Decision: ({ id = "", question = "" }, children, context) =>
    markup`<div class="decision" id="${documentId(context.path, id)}"><p class="label">${context.around.say("reading.blocks.decision")}: ${question}</p>${context.within(children, context)}</div>`,
  Option: ({ label = "", goto, outcome }, children, context) => {
    const { say } = context.around;
    const to = goto && optionHref(goto, context);
    return markup`<div class="answer"><p><span class="box">☐</span> <b>${label}</b>${outcome ? markup` · ${say(`reading.blocks.outcome.${outcome}`)}` : markup``}${to ? markup` · <a href="${to}">${say("reading.blocks.goto")} →</a>` : markup``}</p>${context.within(children, context)}</div>`;
  },
  Checklist: ({ id = "", title = "", when, within }, children, context) => {
    const { say } = context.around;
    const facts = [
      when && markup`<span>${say(`reading.blocks.when.${when}`)}</span>`,
      within && markup`<span>${say("reading.blocks.budget")}: ${within}</span>`,
    ];
    return markup`<section class="part checklist" id="${documentId(context.path, id)}">${titleHtml("h3", "procedure", id, title, context, facts)}
${context.within(children, context)}</section>`;
  },
  Triage: ({ id = "", title = "" }, children, context) =>
    markup`<section class="part" id="${documentId(context.path, id)}">${titleHtml("h3", "procedure", id, title, context)}${context.within(children, context)}</section>`,
  Callout: ({ type = "note" }, children, context) =>
    markup`<div class="callout ${type}"><p class="label">${context.around.say(`reading.callout.${type}`)}</p>${context.within(children, context)}</div>`,
  CommandBlock: ({ lang = "", text = "" }, _, { declared, around }) =>
    codeHtml("command", lang, text, declared, around.say),
  Snippet: ({ lang = "", text = "" }, _, { around }) => codeHtml("snippet", lang, text, null, around.say),
  Diagram: ({ text = "" }, _, { around }) => diagramHtml(text, around.say),
};

const marks: Record<string, string> = { SEV1: "▲▲", SEV2: "▲", SEV3: "◆", SEV4: "●" };

const isNamed = (name: string) => (node: Shown) => node.type === "mdxJsxFlowElement" && node.name === name;

type PartName = "symptoms" | "causes" | "diagnosis" | "remediation" | "verification" | "escalation";

/** A part of a procedure under its heading; its steps are numbered where their order counts. */
function part(
  name: PartName,
  { plain, after }: Attributes,
  children: Shown[],
  context: BlockContext,
  as: "step" | "attempt" | null = null,
): Markup {
  if (plain) return context.within(children, context);
  const { say } = context.around;
  let number = 0;
  const body = children.map((child) => {
    if (!as || !isNamed("Step")(child)) return context.within([child], context);
    number += 1;
    return context.within([child], { ...context, place: { number, as } });
  });
  const limit = after ? markup` ${say("reading.blocks.escalateAfter")} ${after}` : markup``;
  return markup`<section class="${name}"><h4>${say(`reading.blocks.${name}`)}${limit}</h4>${body}</section>`;
}

function optionHref(goto: string, { path, around }: BlockContext): string | null {
  const target = planTarget(goto, path);
  if (!target) return null;
  return documentHref(target.includes("/") ? `/runbooks/${target}` : `#${target}`, path, around);
}
