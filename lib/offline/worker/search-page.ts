import type { Answered, Found } from "./finder";
import { framed, type Texts, textsOf } from "./frame";
import type { Manners } from "./manners";
import { fill, type Markup, markup } from "./markup";

/**
 * The search page without network: what the kept index answers.
 * @param pages paths of the pages that have a copy: only they open
 */
export function searchPage(
  query: string,
  { results, filters, instead }: Answered,
  pages: Set<string>,
  manners: Manners,
  css: string[],
): Response {
  const t = textsOf(manners);
  const main = markup`<h1 class="text-2xl font-semibold tracking-tight">${t.results}</h1>
<p class="mt-1 mb-4 text-muted">${query === "" ? t.resultsHint : results.length === 0 ? t.noResults : t.resultsFrom}</p>
${filters.filter(({ values }) => values.length === 0).map((one) => unknownFilter(one, t))}
${grouped(results).map((group) => section(group, pages.has(`/runbooks/${group.best.path}`), t, manners))}
${nearest(instead?.nearest ?? [], t)}`;
  return framed({ title: t.results, main, search: query, status: 200 }, manners, css);
}

export const noAnswer: Answered = { results: [], filters: [], instead: null };

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

const unknownFilter = ({ typed, nearest: near }: Answered["filters"][number], t: Texts): Markup =>
  markup`<p class="mb-2 text-sm text-warning">${fill(t.unknownFilter, { typed })}${near.length === 0 ? "" : ` ${fill(t.nearFilter, { values: near.join(", ") })}`}</p>`;

const nearest = (places: NonNullable<Answered["instead"]>["nearest"], t: Texts): Markup | string =>
  places.length === 0
    ? ""
    : markup`<section class="mt-6"><h2 class="mb-1 text-sm font-semibold text-muted">${t.nearest}</h2><ul>${places.map(
        ({ path, anchor, title, service }) =>
          markup`<li><a href="/runbooks/${path}${anchor ? `#${anchor}` : ""}" class="-mx-3 flex flex-wrap items-baseline gap-x-2 rounded px-3 py-2 hover:bg-raised"><span class="font-medium text-accent wrap-anywhere">${title}</span>
<span class="text-sm text-muted">${service}</span></a></li>`,
      )}</ul></section>`;

/** What one has to know of a runbook before acting on it, as far as it was taken along. */
function facts({ lang, criticality, reviewed, overdueSince }: Found, t: Texts, { locale }: Manners): Markup | string {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const on = (text: string, of: string) => fill(text, { day: day.format(new Date(of)) });
  const language = lang === "es" || lang === "en" ? t.lang[lang] : lang;
  const review = overdueSince ? on(t.overdue, overdueSince) : reviewed ? on(t.reviewed, reviewed) : "";
  const said = [criticality ? t.criticality[criticality] : "", language, review].filter(Boolean).join(" · ");
  return said === "" ? "" : markup`<p class="text-sm text-muted">${said}</p>`;
}

function section({ best, others }: Group, isKept: boolean, t: Texts, manners: Manners): Markup {
  const more = fill(others.length === 1 ? t.moreOne : t.more, { count: others.length });
  return markup`<section class="mb-5 border-t border-line pt-3"><h2 class="text-sm wrap-anywhere"><span class="font-semibold text-ink">${best.title}</span>
<span class="text-muted">${best.service}${isKept ? "" : ` · ${t.noCopy}`}</span></h2>
<ul>${row(best, t)}</ul>${facts(best, t, manners)}${others.length === 0 ? "" : markup`<details class="mt-1"><summary class="w-fit cursor-pointer rounded py-1 text-sm text-accent">${more}</summary><ul class="border-l border-line pl-4">${others.map((other) => row(other, t))}</ul></details>`}</section>`;
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
