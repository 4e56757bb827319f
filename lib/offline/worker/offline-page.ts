import { framed, type Texts, textsOf } from "./frame";
import type { Kept } from "./kept";
import type { Manners } from "./manners";
import { fill, type Markup, markup } from "./markup";

/**
 * What is shown for a page that is not kept while nobody answers: that this is so, and all that there is.
 * @param asked path of the page; `/offline` is the list itself
 */
export function offlinePage(asked: string, copies: Kept[], manners: Manners, css: string[]): Response {
  const t = textsOf(manners);
  const isList = asked === "/offline";
  const title = isList ? t.listTitle : t.title;
  const groups = groupsOf(copies);
  const main = markup`<h1 class="text-2xl font-semibold tracking-tight">${title}</h1>
<p class="mt-2 max-w-prose text-muted">${isList ? t.listExplanation : t.explanation}</p>
<p class="mt-4"><a href="" class="inline-flex h-9 items-center rounded border border-line-strong/60 bg-surface px-3 font-medium hover:bg-raised">${t.retry}</a></p>
${
  groups.length > 0
    ? groups.map(({ name, copies: found }) => section(t[name], found, t, manners))
    : markup`<p class="mt-8 text-muted">${t.nothing}</p>`
}`;
  return framed({ title, main, search: "", status: isList ? 200 : 503 }, manners, css);
}

const kinds = [
  { name: "incidentsHere", is: /^\/(incidents|runs)\/./ },
  { name: "runbooksHere", is: /^\/(runbooks\/[^/]+\/|postmortems\/)./ },
  { name: "listsHere", is: /^\// },
] as const;

/** Copies by kind, each page once, in the order of their titles. */
function groupsOf(copies: Kept[]): { name: (typeof kinds)[number]["name"]; copies: Kept[] }[] {
  const byPath = new Map(copies.toSorted((a, b) => a.at.localeCompare(b.at)).map((copy) => [copy.path, copy]));
  const left = [...byPath.values()].toSorted((a, b) => a.title.localeCompare(b.title));
  const taken = new Set<Kept>();
  return kinds.flatMap(({ name, is }) => {
    const found = left.filter((copy) => is.test(copy.path) && !taken.has(copy));
    for (const copy of found) taken.add(copy);
    return found.length > 0 ? [{ name, copies: found }] : [];
  });
}

function section(heading: string, copies: Kept[], t: Texts, { locale }: Manners): Markup {
  const when = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  const rows = copies.map(
    ({ path, title, at }) => markup`<li class="border-b border-line">
<a href="${path}" class="-mx-2 block rounded px-2 py-2.5 hover:bg-raised">
<span class="block font-medium text-accent wrap-anywhere">${title.replace(/ · [^·]*$/, "") || path}</span>
<span class="block text-sm text-muted">${fill(t.copyOf, { when: when.format(new Date(at)) })}</span></a></li>`,
  );
  return markup`<section class="mt-8"><h2 class="text-lg font-semibold">${heading}</h2><ul class="mt-1">${rows}</ul></section>`;
}
