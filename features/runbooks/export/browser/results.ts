import type { SearchResult } from "../../search/search";
import { documentId } from "../html/surroundings";
import { moveAmong } from "./keys";
import { inBoth, type Spoken } from "./spoken";
import { openHash, placeInView, returnTo } from "./view";

/** Longest pause, in milliseconds, between what is typed and what is found. */
const pause = 60;

/** Finds while somebody types; the best answer opens with Enter, and Escape brings the text back. */
export function showResults(words: Spoken, find: (query: string) => SearchResult[]): void {
  const field = document.getElementById("query") as HTMLInputElement;
  const found = document.getElementById("found") as HTMLElement;
  const list = document.getElementById("results") as HTMLElement;
  let readingAt: ReturnType<typeof placeInView> = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = () => {
    clearTimeout(timer);
    const query = field.value.trim();
    const closing = !found.hidden && query === "";
    found.hidden = query === "";
    document.documentElement.classList.toggle("searching", query !== "");
    if (closing && readingAt) returnTo(readingAt);
    if (query === "") return list.replaceChildren();
    scrollTo(0, 0);
    const results = find(query);
    list.replaceChildren(...results.map((result) => row(result, words)));
    const count = document.getElementById("count");
    if (results.length === 0) count?.replaceChildren(...inBoth(words.none));
    else count?.replaceChildren(String(results.length), " ", ...inBoth(words.results));
  };
  const close = () => {
    field.value = "";
    show();
  };
  const links = () => [...list.querySelectorAll("a")];

  // Before anything is typed: a browser scrolls to the field at the first key.
  field.addEventListener("focus", () => {
    if (found.hidden) readingAt = placeInView();
  });
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, pause);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      show();
      links()[0]?.click();
    }
    if (event.key === "ArrowDown") {
      event.preventDefault();
      show();
      moveAmong(links(), 1);
    }
  });
  list.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    if (event.key === "ArrowUp" && document.activeElement === links()[0]) return field.focus();
    moveAmong(links(), event.key === "ArrowDown" ? 1 : -1);
  });
  // The text has to be there before its link can be followed.
  list.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    close();
    field.blur();
    if (location.hash !== link.hash) location.hash = link.hash;
    openHash();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    close();
    field.blur();
  });
}

function row(
  { path, anchor, heading, title, service, kind, snippet, matches }: SearchResult,
  words: Spoken,
): HTMLElement {
  const link = document.createElement("a");
  link.href = `#${documentId(path, anchor)}`;
  const name = document.createElement("b");
  name.textContent = heading || title;
  const where = document.createElement("span");
  where.className = "muted";
  where.append(" ", ...inBoth(words[kind]), ` · ${title} · ${service}`);
  const text = document.createElement("span");
  text.className = "snippet";
  text.append(...marked(snippet, matches));
  link.append(name, where, text);
  const item = document.createElement("li");
  item.append(link);
  return item;
}

function marked(text: string, matches: [number, number][]): (string | Node)[] {
  const parts: (string | Node)[] = [];
  let at = 0;
  for (const [start, end] of matches) {
    if (start < at) continue;
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    parts.push(text.slice(at, start), mark);
    at = end;
  }
  return [...parts, text.slice(at)];
}
