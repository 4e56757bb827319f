import type { Locale } from "@/lib/context";
import { type Markup, markup } from "@/lib/offline/worker/markup";
import type { RunbookPath } from "../../artifact";
import type { ReadableRunbook } from "../../library/runbook";
import { pack } from "../../search/portable-index";
import { closing, type Frame, opening } from "../document/frame";
import { runbookArticle, type State } from "../document/runbook-article";
import type { Surroundings } from "../html/surroundings";
import { sayBoth, textIn } from "../html/words";
import { contentsHtml } from "./contents";

export type BinderEntry = { runbook: ReadableRunbook; state: State };

export type Binder = {
  lang: Locale;
  /** The service or runbook that it holds; null for everything. */
  name: string | null;
  entries: BinderEntry[];
  /** Runbooks of which no version ever passed the gate. */
  unreadable: RunbookPath[];
  commit: string | null;
  /** UTC, e.g. `2026-01-15 03:10 UTC`. */
  madeAt: string;
  portal: string | null;
  /** Of the content's own glossary. */
  meanings: string[];
};

/** What a browser lays out at once. */
const fewRunbooks = 150;

/**
 * The binder, piece by piece and one runbook at a time, so that whoever writes it out never holds more than one of them.
 * Its script finds with the portal's own search; without a script everything is there but the search.
 */
export async function* binderPieces(
  binder: Binder,
  frame: Frame,
  picturesOf: (runbook: ReadableRunbook) => Promise<Surroundings["picture"]>,
): AsyncGenerator<string> {
  const paths = new Set(binder.entries.map(({ runbook }) => runbook.path));
  yield opening(frame);
  const many = binder.entries.length > fewRunbooks;
  yield markup`${bar(binder)}<div class="${many ? "frame many" : "frame"}">${contentsHtml(binder.entries.map(({ runbook }) => runbook))}<main id="text" tabindex="-1">${titlePage(binder)}\n`
    .html;
  for (const { runbook, state } of binder.entries) {
    const around: Surroundings = {
      say: sayBoth,
      portal: binder.portal,
      has: (path) => paths.has(path),
      picture: await picturesOf(runbook),
      code: () => "",
    };
    yield runbookArticle(runbook, state, around).html;
  }
  yield "</main></div>\n";
  yield closing(frame, { index: indexOf(binder), words: spoken });
}

const indexOf = ({ entries, meanings }: Binder) => ({
  ...pack(
    entries.flatMap(({ runbook: { path, service, outline } }) =>
      outline.sections.map((section) => ({ path, service, title: outline.frontMatter.title, section })),
    ),
  ),
  meanings,
});

const spokenKeys = ["copied", "selected", "none", "results"] as const;
const kinds = ["page", "procedure", "step", "checklist", "triage", "section"] as const;

/** What the script says. */
const spoken = Object.fromEntries([
  ...spokenKeys.map((key) => [key, inBoth(`exports.binder.${key}`)]),
  ...kinds.map((kind) => [kind, inBoth(`reading.search.kind.${kind}`)]),
]) as Record<string, { es: string; en: string }>;

function inBoth(key: string) {
  return { es: textIn("es", key), en: textIn("en", key) };
}

function bar({ name }: Binder): Markup {
  return markup`<a class="skip" href="#text">${sayBoth("exports.binder.skip")}</a>
<header class="bar"><p class="brand"><b>Bitácora</b>${name ? ` · ${name}` : ""}</p>
<div role="search" class="scripted"><label for="query">${sayBoth("exports.binder.search")}</label><input id="query" type="search" autocomplete="off" spellcheck="false" aria-describedby="keys"></div>
<div class="scripted switches"><button type="button" id="language">${sayBoth("exports.binder.otherLanguage")}</button><button type="button" id="theme">${sayBoth("exports.binder.theme")}</button></div></header>
<section id="found" hidden aria-labelledby="found-title"><h2 id="found-title">${sayBoth("exports.binder.results")}</h2><p role="status" id="count"></p><ol id="results"></ol></section>
`;
}

function titlePage({ name, entries, unreadable, commit, madeAt, portal }: Binder): Markup {
  const withState = (key: keyof State, title: string) => {
    const those = entries.filter(({ state }) => state[key]).map(({ runbook }) => runbook);
    if (those.length === 0) return markup``;
    const rows = those.map(
      ({ path, outline }) => markup`<li><a href="#${path}">${outline.frontMatter.title}</a> <code>${path}</code></li>`,
    );
    return markup`<div class="callout warning"><p class="label">⚠ ${sayBoth(title)}</p><ul>${rows}</ul></div>`;
  };
  const refused = unreadable.map((path) => markup`<li><code>${path}</code></li>`);
  return markup`<header class="title"><h1>${sayBoth("exports.binder.title")}${name ? ` · ${name}` : ""}</h1>
<dl><dt>${sayBoth("exports.binder.made")}</dt><dd>${madeAt}</dd>
<dt>${sayBoth("exports.binder.commit")}</dt><dd>${commit ? markup`<code>${commit}</code>` : sayBoth("exports.binder.noCommit")}</dd>
<dt>${sayBoth("exports.binder.count")}</dt><dd>${entries.length}</dd>
${portal ? markup`<dt>${sayBoth("exports.binder.portal")}</dt><dd><a class="out" href="${portal}">${portal}</a></dd>` : markup``}</dl>
<p class="muted">${sayBoth("exports.binder.explained")} <span id="keys" class="scripted">${sayBoth("exports.binder.keys")}</span></p>
${withState("overdueSince", "exports.binder.overdue")}${withState("refused", "exports.binder.refused")}${withState("uncommitted", "exports.binder.uncommitted")}
${refused.length > 0 ? markup`<div class="callout danger"><p class="label">⚠ ${sayBoth("exports.binder.unreadable")}</p><ul>${refused}</ul></div>` : markup``}</header>`;
}
