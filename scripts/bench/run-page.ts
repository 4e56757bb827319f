import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Browser, Page } from "@playwright/test";
import { longProcedure } from "../../test/long-run";
import type { TestPerson } from "../../test/portal-people";
import { barePage } from "./bare-page";
import { type Latency, pressed } from "./pressed";
import { launchBrowser, signedIn } from "./signed-in";

/** What the run is like that is measured, and how often a key is pressed. */
const size = { steps: 200, entries: 1_000, presses: 30 };

const runbook = "largo/largo";

/** Adds a runbook of 200 steps to a content folder. */
export async function writeLongRunbook(content: string): Promise<void> {
  const file = path.join(content, "runbooks", `${runbook}.mdx`);
  await mkdir(path.dirname(file), { recursive: true });
  const head = "---\ntitle: Largo\nservice: largo\nlang: es\nowner: Equipo\n---\n\n";
  await writeFile(file, `${head}${longProcedure(size.steps)}\n`);
}

export type RunPageNumbers = {
  /** Bytes before compression. */
  bytes: { html: number; rsc: number; scripts: number; answer: number; event: number };
  nodes: number;
  portal: { go: Latency; act: Latency };
  bare: { go: Latency; act: Latency };
};

/** The page of a run of 200 steps on an incident of 1,000 entries, in a real browser, beside a page that has one heading. */
export async function measureRunPage(url: string, person: TestPerson): Promise<RunPageNumbers> {
  const browser = await launchBrowser();
  try {
    const portal = await measurePortal(browser, url, person);
    return { ...portal, bare: await measureBare(browser) };
  } finally {
    await browser.close();
  }
}

async function measurePortal(browser: Browser, url: string, person: TestPerson) {
  const run = await longRun(url, person);
  const context = await signedIn(browser, url, person);
  const page = await context.newPage();
  const address = `/incidents/${run.key}/runs/${run.id}`;
  const scripts = countScripts(page);
  await page.goto(address);
  await page.locator("#run-step").waitFor();
  await page.waitForLoadState("load");
  const html = (await (await context.request.get(address)).body()).length;
  const rsc = (await (await context.request.get(address, { headers: { RSC: "1" } })).body()).length;
  const nodes = await page.evaluate(() => document.querySelectorAll("*").length);

  const go = await pressed(page, "j", size.presses);
  await page.keyboard.press(".");
  const answers = countAnswers(page);
  const act = await pressed(page, "p", size.presses, "1");
  const event = await eventSize(url, person, run.id);
  return { bytes: { html, rsc, scripts: await scripts(), answer: await answers(), event }, nodes, portal: { go, act } };
}

async function measureBare(browser: Browser) {
  const server = await barePage();
  try {
    const page = await browser.newPage({ baseURL: server.url });
    await page.goto("/");
    return { go: await pressed(page, "j", size.presses), act: await pressed(page, "p", size.presses) };
  } finally {
    server.close();
  }
}

/** A run of all the steps, on an incident that has all the entries. */
async function longRun(url: string, person: TestPerson): Promise<{ key: string; id: string }> {
  const post = api(url, person);
  const { key } = await post<{ key: string }>("/incidents", { title: "La API no responde", severity: "SEV3" });
  for (let at = 0; at < size.entries; at += 20) {
    const entries = Array.from({ length: 20 }, (_, n) => ({ body: `reinicié el nodo ${at + n}`, kind: "note" }));
    await Promise.all(entries.map((entry) => post(`/incidents/${key}/timeline`, entry)));
  }
  const { id } = await post<{ id: string }>(`/incidents/${key}/runs`, { runbook, procedure: "largo" });
  return { key, id };
}

const api =
  (url: string, person: TestPerson) =>
  async <T>(to: string, body: object): Promise<T> => {
    const headers = { authorization: `Bearer ${person.token}`, "content-type": "application/json" };
    const answer = await fetch(`${url}/api/v1${to}`, { method: "POST", headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${to}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };

function countScripts(page: Page): () => Promise<number> {
  const bodies: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") bodies.push(response.body().then(({ length }) => length));
  });
  return async () => (await Promise.all(bodies)).reduce((sum, length) => sum + length, 0);
}

/** Bytes of the largest answer to an action from now on. */
function countAnswers(page: Page): () => Promise<number> {
  const bodies: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().method() === "POST" && response.url().includes("/steps/"))
      bodies.push(response.body().then(({ length }) => length));
  });
  return async () => Math.max(0, ...(await Promise.all(bodies)));
}

/** Bytes of what a follower is sent of one action. */
async function eventSize(url: string, person: TestPerson, runId: string): Promise<number> {
  const headers = { authorization: `Bearer ${person.token}` };
  const run = `${url}/api/v1/runs/${runId}`;
  const stop = new AbortController();
  const stream = await fetch(`${run}/stream?view=changes`, { headers, signal: stop.signal });
  const reader = (stream.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  const { steps, focus } = (await (await fetch(run, { headers })).json()) as {
    steps: { id: string; version: number }[];
    focus: { stepId: string };
  };
  const step = steps.find(({ id }) => id === focus.stepId);
  let [text, acted] = ["", false];
  for (;;) {
    const { value, done } = await reader.read();
    if (done) throw new Error("the stream ended");
    text += decoder.decode(value, { stream: true });
    if (!acted && text.includes("event: run\n")) {
      acted = true;
      await api(url, person)(`/runs/${runId}/steps/${step?.id}`, { event: "complete", expectedVersion: step?.version });
    }
    const change = text.split("\n\n").find((event) => event.includes("event: run-changed"));
    if (change && text.endsWith("\n\n")) {
      stop.abort();
      return change.length;
    }
  }
}
