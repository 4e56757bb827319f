import type { EditorView } from "@codemirror/view";

/** The controls of the search panel, named in the reader's language. */
export function searchParts(view: EditorView) {
  const phrase = (text: string) => view.state.phrase(text);
  const field = (name: string): HTMLInputElement => {
    const input = document.createElement("input");
    const said = phrase(name);
    Object.assign(input, {
      className: "cm-textfield",
      placeholder: said,
      name,
      autocomplete: "off",
      spellcheck: false,
    });
    input.setAttribute("aria-label", said);
    return input;
  };
  const check = (name: string): HTMLInputElement =>
    Object.assign(document.createElement("input"), { type: "checkbox", name });
  const label = (input: HTMLElement, name: string): HTMLElement => {
    const made = document.createElement("label");
    made.append(input, ` ${phrase(name)}`);
    return made;
  };
  const select = (name: string, values: readonly string[]): HTMLSelectElement => {
    const made = document.createElement("select");
    made.setAttribute("aria-label", phrase(name));
    made.append(...values.map((value) => new Option(phrase(`in ${value}`), value)));
    return made;
  };
  const button = (name: string, run: (target: EditorView) => boolean): HTMLElement => {
    const made = document.createElement("button");
    Object.assign(made, { type: "button", className: "cm-button", textContent: phrase(name) });
    made.addEventListener("click", () => run(view));
    return made;
  };
  const row = (...parts: HTMLElement[]): HTMLElement => {
    const made = document.createElement("div");
    made.append(...parts);
    return made;
  };
  return { phrase, field, check, label, select, button, row };
}
