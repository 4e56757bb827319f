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
import type { EditorView, Panel, ViewUpdate } from "@codemirror/view";
import { blockAt } from "../../shaping/block-at";

type Range = { from: number; to: number };
const scopes = ["everywhere", "step", "selection"] as const;
type Scope = (typeof scopes)[number];

/** Matches that are counted at most. */
const mostCounted = 1_000;

/** Search and replace, in the whole text, the step around the cursor or what was selected. */
export function searchPanel(view: EditorView): Panel {
  return new SearchPanel(view);
}

class SearchPanel implements Panel {
  readonly top = false;
  readonly dom = document.createElement("form");
  private readonly find = this.field("Find", { "main-field": "true" });
  private readonly replace = this.field("Replace");
  private readonly matchCase = this.check("match case");
  private readonly regexp = this.check("regexp");
  private readonly byWord = this.check("by word");
  private readonly scope = this.select();
  private readonly count = document.createElement("output");
  /** Where is looked, moving with the text; null for everywhere. */
  private range: Range | null = null;

  constructor(private readonly view: EditorView) {
    const { dom } = this;
    dom.className = "cm-search";
    dom.setAttribute("role", "search");
    dom.setAttribute("aria-label", this.phrase("Find and replace"));
    const query = getSearchQuery(view.state);
    this.find.value = query.search;
    this.replace.value = query.replace;
    this.matchCase.checked = query.caseSensitive;
    this.regexp.checked = query.regexp;
    this.byWord.checked = query.wholeWord;
    if (view.state.selection.main.to > view.state.doc.lineAt(view.state.selection.main.from).to) this.look("selection");
    this.dom.append(
      this.row(
        this.find,
        this.count,
        this.button("previous", findPrevious),
        this.button("next", findNext),
        this.button("all", selectMatches),
      ),
      this.row(this.replace, this.button("replace", replaceNext), this.button("replace all", replaceAll)),
      this.row(
        this.label(this.matchCase, "match case"),
        this.label(this.regexp, "regexp"),
        this.label(this.byWord, "by word"),
        this.scope,
        this.close(),
      ),
    );
    dom.addEventListener("submit", (event) => event.preventDefault());
    dom.addEventListener("input", () => this.commit());
    dom.addEventListener("keydown", (event) => this.onKey(event));
    this.tellCount();
  }

  mount(): void {
    this.find.select();
  }

  update({ docChanged, changes, transactions }: ViewUpdate): void {
    if (this.range && docChanged)
      this.range = { from: changes.mapPos(this.range.from, -1), to: changes.mapPos(this.range.to, 1) };
    for (const { effects } of transactions)
      for (const effect of effects) if (effect.is(setSearchQuery)) this.take(effect.value);
    if (docChanged) this.countSoon();
  }

  destroy(): void {
    clearTimeout(this.timer);
  }

  /** The same words from elsewhere, such as the selection when the panel is opened again. */
  private take(query: SearchQuery): void {
    if (query.search !== this.find.value) this.find.value = query.search;
    this.countSoon();
  }

  private commit(): void {
    const query = new SearchQuery({
      search: this.find.value,
      replace: this.replace.value,
      caseSensitive: this.matchCase.checked,
      regexp: this.regexp.checked,
      wholeWord: this.byWord.checked,
      test: (_, __, from, to) => !this.range || (this.range.from <= from && to <= this.range.to),
    });
    this.view.dispatch({ effects: setSearchQuery.of(query) });
  }

  private look(scope: Scope): void {
    const { state } = this.view;
    const { main } = state.selection;
    const step = blockAt(state, main.head, "Step") ?? blockAt(state, main.head);
    const ranges: Record<Scope, Range | null> = {
      everywhere: null,
      step: step && { from: step.from, to: step.to },
      selection: main.empty ? null : { from: main.from, to: main.to },
    };
    this.range = ranges[scope];
    this.scope.value = this.range ? scope : "everywhere";
  }

  private timer: ReturnType<typeof setTimeout> | undefined;
  private countSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.tellCount(), 200);
  }

  private tellCount(): void {
    const query = getSearchQuery(this.view.state);
    if (!query.search || !query.valid) {
      this.count.textContent = query.search ? this.phrase("not a regular expression") : "";
      return;
    }
    let found = 0;
    const cursor = query.getCursor(this.view.state);
    while (found < mostCounted && !cursor.next().done) found += 1;
    this.count.textContent = this.view.state.phrase("$ matches", found < mostCounted ? found : `${mostCounted}+`);
  }

  private onKey(event: KeyboardEvent): void {
    const acts: Record<string, () => boolean> = {
      Escape: () => closeSearchPanel(this.view),
      Enter: () => (event.target === this.replace ? replaceNext : event.shiftKey ? findPrevious : findNext)(this.view),
      F3: () => (event.shiftKey ? findPrevious : findNext)(this.view),
    };
    const act = event.target instanceof HTMLButtonElement && event.key === "Enter" ? undefined : acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  private phrase = (text: string) => this.view.state.phrase(text);

  private field(name: string, attributes: Record<string, string> = {}): HTMLInputElement {
    const input = document.createElement("input");
    const said = this.phrase(name);
    Object.assign(input, {
      className: "cm-textfield",
      placeholder: said,
      name,
      autocomplete: "off",
      spellcheck: false,
    });
    input.setAttribute("aria-label", said);
    for (const [key, value] of Object.entries(attributes)) input.setAttribute(key, value);
    return input;
  }

  private check(name: string): HTMLInputElement {
    return Object.assign(document.createElement("input"), { type: "checkbox", name });
  }

  private label(input: HTMLElement, name: string): HTMLElement {
    const label = document.createElement("label");
    label.append(input, ` ${this.phrase(name)}`);
    return label;
  }

  private select(): HTMLSelectElement {
    const select = document.createElement("select");
    select.setAttribute("aria-label", this.phrase("Where to look"));
    select.append(...scopes.map((scope) => new Option(this.phrase(`in ${scope}`), scope)));
    select.addEventListener("change", () => this.look(scopes.find((scope) => scope === select.value) ?? "everywhere"));
    return select;
  }

  private button(name: string, run: (view: EditorView) => boolean): HTMLElement {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "cm-button", textContent: this.phrase(name) });
    button.addEventListener("click", () => run(this.view));
    return button;
  }

  private close(): HTMLElement {
    const button = this.button("close", closeSearchPanel);
    button.classList.add("cm-search-close");
    return button;
  }

  private row(...parts: HTMLElement[]): HTMLElement {
    const row = document.createElement("div");
    row.append(...parts);
    return row;
  }
}
