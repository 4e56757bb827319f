import { copyText } from "../../command";
import { inBoth, type Spoken } from "./spoken";

/** Gives each command a button that copies it without its prompts; what cannot be copied is selected, for the keyboard to copy. */
export function addCopyButtons(words: Spoken): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button.copy"))
    button.addEventListener("click", () => void copy(button, words));
}

async function copy(button: HTMLButtonElement, words: Spoken): Promise<void> {
  const code = button.parentElement?.querySelector("code");
  if (!code) return;
  const lang = button.parentElement?.querySelector("pre")?.dataset.lang ?? "";
  const done = await written(copyText(lang, code.textContent ?? ""));
  if (!done) getSelection()?.selectAllChildren(code);
  const before = [...button.childNodes];
  if (button.dataset.busy) return;
  button.dataset.busy = "yes";
  button.replaceChildren(...inBoth(words[done ? "copied" : "selected"]));
  setTimeout(() => {
    button.replaceChildren(...before);
    delete button.dataset.busy;
  }, 2_000);
}

/** A file opened without a server may have no clipboard (Clipboard API, 4: secure contexts only). */
async function written(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
