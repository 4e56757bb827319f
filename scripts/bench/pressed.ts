import type { Page } from "@playwright/test";

/** Milliseconds from the key to the paint that shows what it did. */
export type Latency = { median: number; p95: number };

/**
 * Presses a key so many times, each time waiting until another step's heading is painted.
 * @param first a key that comes before, e.g. the answer of the question that stands first
 */
export async function pressed(page: Page, key: string, times: number, first?: string): Promise<Latency> {
  if (first) await once(page, first);
  await once(page, key); // finds caches cold
  const taken: number[] = [];
  for (let n = 0; n < times; n++) taken.push(await once(page, key));
  taken.sort((a, b) => a - b);
  const at = (share: number) => taken[Math.ceil(share * taken.length) - 1] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95) };
}

// As text: what the compiler adds to functions does not exist in the browser.
const watch = `{
  const shown = () => document.querySelector("#run-step")?.textContent;
  const before = shown();
  window.painted = new Promise((resolve) => {
    addEventListener("keydown", ({ timeStamp }) => {
      const look = () => {
        if (shown() === before) requestAnimationFrame(look);
        else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)));
      };
      requestAnimationFrame(look);
    }, { capture: true, once: true });
  });
}`;

async function once(page: Page, key: string): Promise<number> {
  await page.evaluate(watch);
  await page.keyboard.press(key);
  return page.evaluate<number>("window.painted");
}
