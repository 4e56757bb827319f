import { type Markup, markup } from "@/lib/offline/worker/markup";
import type { Attributes, BlockContext, Shown } from "./block-context";
import { documentId, portalAddress } from "./surroundings";

/** A heading with its permalink, what is to know before its text and, where the document has them, the code that leads a telephone there. */
export function titleHtml(
  heading: "h3" | "h5",
  kind: "procedure" | "step",
  id: string,
  title: string,
  { around, path, place }: BlockContext,
  facts: (Markup | string | undefined | false)[] = [],
): Markup {
  const code = around.portal ? around.code(kind, portalAddress(around.portal, path, id)) : "";
  const link = markup`<a class="self" href="#${documentId(path, id)}">${title}</a>`;
  const number = place
    ? markup`<span class="place">${place.as === "attempt" ? around.say("reading.blocks.attempt", place) : place.number}</span> `
    : markup``;
  const tag = markup`${{ html: `<${heading}>` }}${number}${link}${{ html: `</${heading}>` }}`;
  const told = facts.filter((one): one is Markup => typeof one === "object");
  const line = told.length > 0 ? markup`<p class="facts">${told}</p>` : markup``;
  return code ? markup`<div class="coded"><div>${tag}${line}</div>${{ html: code }}</div>` : markup`${tag}${line}`;
}

/** One step: a box to tick by hand on paper, its title, what it changes, its text. */
export function stepHtml(
  { id = "", title = "", kind, within, evidence, irreversible, target, plain }: Attributes,
  children: Shown[],
  context: BlockContext,
): Markup {
  const { place, ...rest } = context;
  const body = context.within(children, rest);
  if (plain) return markup`<div class="found" id="${documentId(context.path, id)}">${body}</div>`;
  const { say } = context.around;
  const final = irreversible === "true";
  const changes = final || kind === "change";
  const facts = [
    changes && markup`<b>${say(final ? "reading.blocks.irreversible" : "reading.blocks.change")}</b>`,
    target && markup`<span>${say("reading.blocks.target")} <code>${target}</code></span>`,
    evidence === "required" && markup`<span>${say("reading.blocks.evidence")}</span>`,
    within && markup`<span>${say("reading.blocks.budget")}: ${within}</span>`,
  ];
  const look = final ? "step final" : changes ? "step change" : "step";
  return markup`<div class="${look}" id="${documentId(context.path, id)}">${titleHtml("h5", "step", id, title, context, facts)}${body}</div>`;
}
