import type { Found } from "./finder";
import { framed, type Texts, textsOf } from "./frame";
import type { Manners } from "./manners";
import { fill, type Markup, markup } from "./markup";

/**
 * The search page without network: what the kept index answers.
 * @param pages paths of the pages that have a copy: only they open
 */
export function searchPage(
  query: string,
  results: Found[],
  pages: Set<string>,
  manners: Manners,
  css: string[],
): Response {
  const t = textsOf(manners);
  const main = markup`<h1 class="text-2xl font-semibold tracking-tight">${t.results}</h1>
<p class="mt-1 mb-4 text-muted">${query === "" ? t.resultsHint : results.length === 0 ? t.noResults : t.resultsFrom}</p>
${grouped(results).map((group) => section(group, pages.has(`/runbooks/${group.best.path}`), t))}`;
  return framed({ title: t.results, main, search: query, status: 200 }, manners, css);
}

type Group = { best: Found; others: Found[] };

/** Results by runbook, in the order of each one's best. */
function grouped(results: Found[]): Group[] {
  const groups = new Map<string, Group>();
  for (const result of results) {
    const group = groups.get(result.path);
    if (group) group.others.push(result);
    else groups.set(result.path, { best: result, others: [] });
  }
  return [...groups.values()];
}

function section({ best, others }: Group, isKept: boolean, t: Texts): Markup {
  const more = fill(others.length === 1 ? t.moreOne : t.more, { count: others.length });
  return markup`<section class="mb-5 border-t border-line pt-3"><h2 class="text-sm wrap-anywhere"><span class="font-semibold text-ink">${best.title}</span>
<span class="text-muted">${best.service}${isKept ? "" : ` · ${t.noCopy}`}</span></h2>
<ul>${row(best, t)}</ul>${others.length === 0 ? "" : markup`<details class="mt-1"><summary class="w-fit cursor-pointer rounded py-1 text-sm text-accent">${more}</summary><ul class="border-l border-line pl-4">${others.map((other) => row(other, t))}</ul></details>`}</section>`;
}

const row = ({ path, anchor, heading, title, kind, snippet, matches }: Found, t: Texts): Markup =>
  markup`<li><a href="/runbooks/${path}${anchor ? `#${anchor}` : ""}" class="-mx-3 block rounded px-3 py-1.5 hover:bg-raised">
<span class="flex flex-wrap items-baseline gap-x-2"><span class="font-medium text-accent wrap-anywhere">${heading || title}</span>
<span class="text-xs text-muted">${t.kind[kind]}</span></span>
<span class="mt-0.5 block text-sm text-ink wrap-anywhere">${marked(snippet, matches)}</span></a></li>`;

function marked(text: string, matches: [number, number][]): Markup[] {
  const parts: Markup[] = [];
  let at = 0;
  for (const [start, end] of matches) {
    if (start < at) continue;
    parts.push(markup`${text.slice(at, start)}<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  return [...parts, markup`${text.slice(at)}`];
}
