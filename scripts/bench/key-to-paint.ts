import type { Page } from "@playwright/test";
import { percentile } from "./world";

/** Milliseconds from a key to the paint of what was found for the text with that key; `overtaken`: the next key came before. */
export type KeyToPaint = { p50: number; p95: number; p99: number; keys: number; overtaken: number };

/** Milliseconds between two keys: somebody who writes 100 words a minute. */
const gap = 120;

/** What people look for: an error, an alert, symptoms with and without accents, a command, in both languages, with a slip. */
const queries = [
  "could not connect to server",
  "high error rate",
  "la api no responde",
  "circuit breaker abierto",
  "memoria redis",
  "docker restart",
  "conexoin rechazada",
  "slow response time",
];

/**
 * Installed before the page's own scripts, as text: what the compiler adds to functions does not exist in the browser. The time of
 * a key is the browser's own (`timeStamp`), and a frame is painted when a task runs after its `requestAnimationFrame`.
 * `window.shows(answer, text)` says whether the page shows an answer.
 */
const watch = `
  window.answered = new Map();
  window.took = [];
  window.overtaken = 0;
  const ask = window.fetch;
  window.fetch = async (...asked) => {
    const answer = await ask(...asked);
    const url = new URL(asked[0].url ?? asked[0], location.href);
    if (url.pathname === "/api/v1/search" && answer.ok)
      void answer.clone().json().then((found) => window.answered.set(url.searchParams.get("q"), found), () => {});
    return answer;
  };
  let key = 0;
  let wanted = null;
  addEventListener("keydown", ({ timeStamp }) => { key = timeStamp; }, { capture: true });
  addEventListener("input", ({ target }) => {
    const text = target.value.trim();
    if (wanted) window.overtaken++;
    wanted = text.length < 2 ? null : { text, key };
  }, { capture: true });
  const look = () => {
    const answer = wanted && window.answered.get(wanted.text);
    if (answer && window.shows(answer, wanted.text)) {
      const { key } = wanted;
      wanted = null;
      setTimeout(() => window.took.push(performance.now() - key));
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

/** Where results stand, and when they are those of an answer. */
export const places = {
  /** The search page says itself whether it waits for a newer answer. */
  page: 'window.shows = () => document.querySelector("section[aria-busy]")?.getAttribute("aria-busy") === "false";',
  palette: `window.shows = ({ results: [first] }) => {
    const list = document.querySelector("[cmdk-list]");
    return list !== null && (first === undefined || list.textContent.includes(first.heading || first.title));
  };`,
  bare: 'window.shows = (answer, text) => document.querySelector("ul")?.dataset.of === text;',
};

/** Types real queries letter by letter into the field that has the focus. The first query warms everything up and counts nothing. */
export async function keyToPaint(
  page: Page,
  open: () => Promise<void>,
  place: keyof typeof places,
): Promise<KeyToPaint> {
  await page.addInitScript(`${watch}${places[place]}`);
  await open();
  await typed(page, queries[0] as string);
  await page.evaluate("window.took.length = 0; window.overtaken = 0;");
  for (const query of queries) await typed(page, query);
  const took = await page.evaluate<number[]>("window.took");
  const overtaken = await page.evaluate<number>("window.overtaken");
  const at = (share: number) => percentile(took, share);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), keys: took.length + overtaken, overtaken };
}

async function typed(page: Page, query: string): Promise<void> {
  await page.keyboard.type(query, { delay: gap });
  await page.waitForTimeout(500);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await page.waitForTimeout(300);
}
