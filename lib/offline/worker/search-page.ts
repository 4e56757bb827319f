import type { Found } from "./finder";
import { framed, type Texts, textsOf } from "./frame";
import type { Manners } from "./manners";
import { type Markup, markup } from "./markup";

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
<ul>${results.map((result) => row(result, pages.has(`/runbooks/${result.path}`), t))}</ul>`;
  return framed({ title: t.results, main, search: query, status: 200 }, manners, css);
}

function row(
  { path, anchor, heading, title, service, kind, snippet, matches }: Found,
  isKept: boolean,
  t: Texts,
): Markup {
  return markup`<li class="border-b border-line"><a href="/runbooks/${path}${anchor ? `#${anchor}` : ""}" class="-mx-2 block rounded px-2 py-2.5 hover:bg-raised">
<span class="flex flex-wrap items-baseline gap-x-2"><span class="font-medium text-accent wrap-anywhere">${heading || title}</span>
<span class="text-sm text-muted">${t.kind[kind]}${isKept ? "" : ` · ${t.noCopy}`}</span></span>
<span class="block text-sm text-muted">${title} · ${service}</span>
<span class="mt-0.5 block text-sm text-ink wrap-anywhere">${marked(snippet, matches)}</span></a></li>`;
}

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
