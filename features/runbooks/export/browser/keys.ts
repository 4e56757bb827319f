import { bringIntoView } from "./view";

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

/** `/` searches, `j` and `k` go from part to part or from result to result. */
export function moveByKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
    if (event.key === "/") {
      event.preventDefault();
      const field = document.getElementById("query");
      if (field instanceof HTMLInputElement) {
        field.focus({ preventScroll: true });
        field.select();
      }
    }
    if (event.key === "j") move(1);
    if (event.key === "k") move(-1);
  });
}

function move(by: 1 | -1): void {
  const results = [...document.querySelectorAll<HTMLAnchorElement>("#found:not([hidden]) #results a")];
  if (results.length > 0) {
    moveAmong(results, by);
    return;
  }
  const parts = [...document.querySelectorAll<HTMLElement>("article, .part")];
  const line = (document.querySelector(".bar")?.getBoundingClientRect().bottom ?? 0) + 24;
  const at = parts.findLastIndex((part) => part.getBoundingClientRect().top <= line);
  const next = parts[Math.max(0, Math.min(parts.length - 1, at + by))];
  if (next) bringIntoView(next);
}

/** Moves the focus along a list of links, from its first. */
export function moveAmong(links: HTMLAnchorElement[], by: 1 | -1): void {
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  links[Math.max(0, Math.min(links.length - 1, at + by))]?.focus();
}
