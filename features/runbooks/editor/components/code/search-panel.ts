import {
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  replaceAll,
  replaceNext,
  SearchQuery,
  selectMatches,
  setSearchQuery,
} from "@codemirror/search";
import type { EditorView, Panel } from "@codemirror/view";
import { blockAt } from "../../shaping/block-at";
import { searchParts } from "./search-parts";

type Range = { from: number; to: number };
const scopes = ["everywhere", "step", "selection"] as const;
type Scope = (typeof scopes)[number];

/** Matches that are counted at most, and milliseconds of rest before they are. */
const [mostCounted, rest] = [1_000, 200];

/** Search and replace, in the whole text, the step around the cursor or what was selected. */
export function searchPanel(view: EditorView): Panel {
  const { phrase, field, check, label, select, button, row } = searchParts(view);
  const find = field("Find");
  find.setAttribute("main-field", "true");
  const replace = field("Replace");
  const [matchCase, regexp, byWord] = [check("match case"), check("regexp"), check("by word")];
  const scope = select("Where to look", scopes);
  const count = document.createElement("output");
  const close = button("close", closeSearchPanel);
  close.classList.add("cm-search-close");
  /** Where is looked, moving with the text; null for everywhere. */
  let range: Range | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const rangeOf = (wanted: Scope): Range | null => {
    const { main } = view.state.selection;
    if (wanted === "selection") return main.empty ? null : { from: main.from, to: main.to };
    const step = blockAt(view.state, main.head, "Step") ?? blockAt(view.state, main.head);
    return wanted === "step" && step ? { from: step.from, to: step.to } : null;
  };
  const look = (wanted: Scope) => {
    range = rangeOf(wanted);
    scope.value = range ? wanted : "everywhere";
  };
  const tellCount = () => {
    const query = getSearchQuery(view.state);
    if (!query.search || !query.valid) {
      count.textContent = query.search ? phrase("not a regular expression") : "";
      return;
    }
    let found = 0;
    const cursor = query.getCursor(view.state);
    while (found < mostCounted && !cursor.next().done) found += 1;
    count.textContent = view.state.phrase("$ matches", found < mostCounted ? found : `${mostCounted}+`);
  };
  const countSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(tellCount, rest);
  };
  const commit = () => {
    const query = new SearchQuery({
      search: find.value,
      replace: replace.value,
      caseSensitive: matchCase.checked,
      regexp: regexp.checked,
      wholeWord: byWord.checked,
      test: (_, __, from, to) => !range || (range.from <= from && to <= range.to),
    });
    view.dispatch({ effects: setSearchQuery.of(query) });
  };
  const onKey = (event: KeyboardEvent) => {
    const next = event.shiftKey ? findPrevious : findNext;
    const onButton = event.target instanceof HTMLButtonElement;
    const acts: Record<string, (target: EditorView) => boolean> = {
      Escape: closeSearchPanel,
      F3: next,
      ...(onButton ? {} : { Enter: event.target === replace ? replaceNext : next }),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act(view);
  };

  const dom = document.createElement("form");
  dom.className = "cm-search";
  dom.setAttribute("role", "search");
  dom.setAttribute("aria-label", phrase("Find and replace"));
  const query = getSearchQuery(view.state);
  [find.value, replace.value] = [query.search, query.replace];
  [matchCase.checked, regexp.checked, byWord.checked] = [query.caseSensitive, query.regexp, query.wholeWord];
  const { main } = view.state.selection;
  if (main.to > view.state.doc.lineAt(main.from).to) look("selection");
  dom.append(
    row(find, count, button("previous", findPrevious), button("next", findNext), button("all", selectMatches)),
    row(replace, button("replace", replaceNext), button("replace all", replaceAll)),
    row(label(matchCase, "match case"), label(regexp, "regexp"), label(byWord, "by word"), scope, close),
  );
  dom.addEventListener("submit", (event) => event.preventDefault());
  scope.addEventListener("change", () => look(scopes.find((one) => one === scope.value) ?? "everywhere"));
  dom.addEventListener("input", commit);
  dom.addEventListener("change", commit);
  dom.addEventListener("keydown", onKey);
  tellCount();

  return {
    dom,
    mount: () => {
      find.select();
      // What an earlier search looked through is another place by now.
      if (find.value) commit();
    },
    update: ({ docChanged, changes, transactions }) => {
      if (range && docChanged) range = { from: changes.mapPos(range.from, -1), to: changes.mapPos(range.to, 1) };
      for (const { effects } of transactions) {
        for (const effect of effects) {
          if (!effect.is(setSearchQuery)) continue;
          if (effect.value.search !== find.value) find.value = effect.value.search;
          countSoon();
        }
      }
      if (docChanged) countSoon();
    },
    destroy: () => clearTimeout(timer),
  };
}
