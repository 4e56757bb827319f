import type { Page } from "@playwright/test";

/** Milliseconds from the key to the paint that shows what it did. */
export type Latency = { median: number; p95: number };

/**
 * Presses a key so many times, each time waiting until another step's heading is painted.
 * @param first a key that comes before, e.g. the answer of the question that stands first
 */
export async function pressed(page: Page, key: string, times: number, first?: string): Promise<Latency> {
  for (const cold of first ? [first, key] : [key]) await untilHeard(page, cold);
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
    setTimeout(() => resolve(Number.NaN), 10_000);
  });
}; undefined`; // not the promise itself: it would be waited for before the key is pressed

async function once(page: Page, key: string): Promise<number> {
  await page.waitForTimeout(150); // nobody types faster than the page takes up its next keys
  await page.evaluate(watch);
  await page.keyboard.press(key);
  return page.evaluate<number>("window.painted");
}

/** Presses a key until it does something: a page that has just come does not listen yet, and finds its caches cold. */
async function untilHeard(page: Page, key: string): Promise<void> {
  const before = await page.locator("#run-step").textContent();
  for (let again = 0; again < 20; again++) {
    await page.keyboard.press(key);
    await page.waitForTimeout(500);
    if ((await page.locator("#run-step").textContent()) !== before) return;
  }
  throw new Error(`the key ${key} does nothing`);
}
