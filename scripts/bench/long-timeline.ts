import type { BrowserContext, Page } from "@playwright/test";
import { fillTimeline, manyEntries } from "../../test/long-timeline";
import { requestsPerSecond } from "./measure";
import { launchBrowser, signedIn } from "./signed-in";
import {
  apiHeaders,
  type BenchPart,
  type BenchWorld,
  milliseconds,
  newIncident,
  percentile,
  perSecond,
  ratio,
} from "./world";

const short = 20;
const times = { opened: 5, turns: 60 };

type Seen = {
  html: number;
  nodes: number;
  open: number[];
  /** Milliseconds between the frames while it is scrolled. */
  frames: number[];
  filter: number[];
};

/** A timeline of 20,000 entries beside one of 20, in the same browser and run. */
export const timeline: BenchPart = async (world) => {
  const [long, brief] = [await filled(world, manyEntries), await filled(world, short)];
  const browser = await launchBrowser();
  try {
    const context = await signedIn(browser, world.url, world.responder);
    // In turns, so that neither finds the machine warmer.
    await seen(context, brief, short);
    const [big, small] = [await seen(context, long, manyEntries), await seen(context, brief, short)];
    const compared = (what: "open" | "frames" | "filter", share: number) => ({
      "20,000 entries": milliseconds(percentile(big[what], share)),
      "20 entries": milliseconds(percentile(small[what], share)),
      ratio: ratio(percentile(big[what], share), percentile(small[what], share)),
    });
    const size = (bytes: number) => `${(bytes / 1_024).toFixed(1)} kB`;
    console.table({
      "page to last entry, median": compared("open", 0.5),
      "page to last entry, p95": compared("open", 0.95),
      "frame while scrolling up, median": compared("frames", 0.5),
      "frame while scrolling up, p95": compared("frames", 0.95),
      "text typed to entries found, median": compared("filter", 0.5),
      HTML: { "20,000 entries": size(big.html), "20 entries": size(small.html), ratio: ratio(big.html, small.html) },
      elements: { "20,000 entries": big.nodes, "20 entries": small.nodes, ratio: ratio(big.nodes, small.nodes) },
    });
  } finally {
    await browser.close();
  }
  const append = (incident: string) => {
    const body = JSON.stringify({ body: "reinicié db-2", kind: "note" });
    return requestsPerSecond(`${world.url}${incident}/timeline`, { method: "POST", headers: apiHeaders(world), body });
  };
  const [full, empty] = [await append(long), await append(await newIncident(world))];
  console.table({
    "appending to 20,000 entries": {
      rate: perSecond(full.rate),
      p99: milliseconds(full.p99),
      "of an empty one": ratio(full.rate, empty.rate),
    },
    "appending to an empty one": { rate: perSecond(empty.rate), p99: milliseconds(empty.p99), "of an empty one": "1" },
  });
};

async function filled(world: BenchWorld, entries: number): Promise<string> {
  const incident = await newIncident(world);
  await fillTimeline(world.databaseUrl, incident.split("/").at(-1) ?? "", entries);
  return incident;
}

async function seen(context: BrowserContext, incident: string, entries: number): Promise<Seen> {
  const address = incident.replace("/api/v1", "");
  const html = (await (await context.request.get(address)).body()).length;
  const page = await context.newPage();
  const open: number[] = [];
  for (let n = 0; n < times.opened; n++) {
    const began = performance.now();
    await page.goto(address);
    await page.getByText(`entrada número ${entries}`, { exact: true }).waitFor();
    open.push(performance.now() - began);
  }
  await page.waitForLoadState("load");
  const nodes = await page.evaluate("document.querySelectorAll('*').length");
  const frames = await framesWhileScrolling(page);
  const filter = await filtering(page);
  await page.close();
  return { html, nodes: Number(nodes), open, frames, filter };
}

/** Frames of somebody who turns the wheel upwards without a break. */
async function framesWhileScrolling(page: Page): Promise<number[]> {
  await page.locator("li[data-index]").last().hover();
  // As text: what the compiler adds to functions does not exist in the browser.
  await page.evaluate(`{
    window.frames_ = [];
    let before = performance.now();
    const frame = (now) => { window.frames_.push(now - before); before = now; window.ends ?? requestAnimationFrame(frame); };
    requestAnimationFrame(frame);
  }; undefined`);
  for (let turn = 0; turn < times.turns; turn++) {
    await page.mouse.wheel(0, -600);
    await page.waitForTimeout(30);
  }
  return page.evaluate<number[]>("window.ends = true, window.frames_.slice(1)");
}

/** Milliseconds from the last letter until only what was searched for is shown. */
async function filtering(page: Page): Promise<number[]> {
  await page.keyboard.press("f");
  const field = page.locator("[data-filter-text]");
  const took: number[] = [];
  for (const text of ["número 11", "número 12", "número 13", "número 14", "número 15"]) {
    const began = performance.now();
    await field.fill(text);
    await page.waitForFunction(
      `[...document.querySelectorAll("li[data-index]")].every((row) => row.textContent.includes("${text}")) && document.querySelector("li[data-index]") !== null`,
    );
    took.push(performance.now() - began);
  }
  return took;
}
