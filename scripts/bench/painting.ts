import type { Page } from "@playwright/test";
import type { Chain } from "./listeners";
import { launchBrowser, signedIn } from "./signed-in";
import { type BenchWorld, percentile } from "./world";

const lines = { counted: 30, before: 5 };

// As text: what the compiler adds to functions does not exist in the browser.
const watch = (mark: string) => `{
  window.painted = new Promise((resolve) => {
    const look = () => {
      if (document.body.textContent.includes("${mark}")) requestAnimationFrame(() => setTimeout(() => resolve(Date.now())));
      else requestAnimationFrame(look);
    };
    look();
  });
}; undefined`;

/** Milliseconds from sending an entry until it is painted on the incident's page. */
export async function measurePainting(world: BenchWorld, chain: Chain, page: string) {
  const browser = await launchBrowser();
  try {
    const context = await signedIn(browser, world.url, world.responder);
    const window = await context.newPage();
    await window.goto(page);
    await window.waitForLoadState("networkidle").catch(() => {}); // a stream that stays open is no reason to fail
    const took: number[] = [];
    for (let n = 0; n < lines.before + lines.counted; n++) took.push(await once(window, chain, `painted-${n}-`));
    const counted = took.slice(lines.before);
    return { p50: percentile(counted, 0.5), p99: percentile(counted, 0.99) };
  } finally {
    await browser.close();
  }
}

async function once(page: Page, chain: Chain, mark: string): Promise<number> {
  await page.evaluate(watch(mark));
  const began = Date.now();
  await chain.write(mark);
  return (await page.evaluate<number>("window.painted")) - began;
}
