import { type Markup, markup } from "@/lib/offline/worker/markup";
import type { ReadableRunbook } from "../../library/runbook";
import { gate } from "../../pipeline/gate";
import { reviewOf } from "../../review";
import { bodyHtml } from "../html/body-html";
import { documentId, portalAddress, type Surroundings } from "../html/surroundings";
import { pageName } from "./page-margins";

/** What a reader must know of a runbook before trusting it. */
export type State = {
  /** Day (`YYYY-MM-DD`) since which somebody should have vouched for it again. */
  overdueSince: string | null;
  /** Its file is refused, and this is the last version that passed. */
  refused: boolean;
  /** It was changed by hand since the commit. */
  uncommitted: boolean;
};

/** @param committed blob at the commit; undefined where nobody can tell, null where the commit has no such file */
export const stateOf = (runbook: ReadableRunbook, committed: string | null | undefined, now: Date): State => ({
  overdueSince: reviewOf(runbook.outline.frontMatter, now).overdueSince,
  refused: runbook.stale,
  uncommitted: !runbook.stale && committed !== undefined && committed !== runbook.blob,
});

/** A runbook complete: title, what to know of it, contacts and links, variables, and its whole text. */
export function runbookArticle(runbook: ReadableRunbook, state: State, around: Surroundings): Markup {
  const { frontMatter } = runbook.outline;
  const { portal } = around;
  const gated = gate(runbook).runbook;
  const home = portal
    ? markup` · <a class="out" href="${portalAddress(portal, runbook.path)}">${runbook.path}</a>`
    : markup` · ${runbook.path}`;
  const code = portal ? around.code("procedure", portalAddress(portal, runbook.path)) : "";
  return markup`<article class="runbook ${pageName(runbook.service)}" id="${documentId(runbook.path)}" lang="${frontMatter.lang}">
<header><div class="coded"><div><p class="muted">${runbook.service}${home}</p><h2><a class="self" href="#${documentId(runbook.path)}">${frontMatter.title}</a></h2>
${frontMatter.summary ? markup`<p>${frontMatter.summary}</p>` : markup``}</div>${{ html: code }}</div>
${stateHtml(state, around)}${factsHtml(runbook, around)}</header>
${gated ? bodyHtml(gated, around) : markup``}</article>
`;
}

function stateHtml({ overdueSince, refused, uncommitted }: State, { say }: Surroundings): Markup {
  const notes = [
    overdueSince && say("exports.document.overdue", { day: overdueSince }),
    refused && say("exports.document.refused"),
    uncommitted && say("exports.document.uncommitted"),
  ].filter((one): one is Markup => typeof one === "object");
  return markup`${notes.map((note) => markup`<p class="callout warning">⚠ ${note}</p>`)}`;
}

function factsHtml({ outline }: ReadableRunbook, { say }: Surroundings): Markup {
  const { frontMatter } = outline;
  const rows: [string, Markup][] = [
    ["owner", markup`${frontMatter.owner}`],
    ["criticality", frontMatter.criticality ? say(`reading.criticality.${frontMatter.criticality}`) : markup``],
    ["reviewed", frontMatter.reviewed ? markup`${frontMatter.reviewed}` : say("reading.facts.neverReviewed")],
    [
      "variables",
      markup`${frontMatter.variables.map(({ name, label, default: value }) => markup`<span class="item"><code>${name}${value ? ` = ${value}` : ""}</code>${label ? ` ${label}` : ""}</span> `)}`,
    ],
    [
      "links",
      markup`${frontMatter.links.map(({ title, url, purpose }) => markup`<span class="item"><a class="out" rel="noreferrer" href="${url}">${title}</a>${purpose ? ` ${purpose}` : ""}</span> `)}`,
    ],
    [
      "contacts",
      markup`${frontMatter.contacts.map(({ name, channel, for: when }) => markup`<span class="item">${name}${channel ? ` ${channel}` : ""}${when.length > 0 ? ` (${when.join(", ")})` : ""}</span> `)}`,
    ],
  ];
  const shown = rows.filter(([, { html }]) => html.trim() !== "");
  return markup`<dl>${shown.map(([name, value]) => markup`<dt>${say(`reading.facts.${name}`)}</dt><dd>${value}</dd>`)}</dl>`;
}
