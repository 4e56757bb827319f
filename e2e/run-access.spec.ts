import type { APIRequestContext, Locator, Page, TestInfo } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { bearer, signIn } from "./people";

const wordsOf = (info: TestInfo) => (info.project.name.endsWith("-en") ? en : es);
const verified = { runbook: "preventia-news/nlp", procedure: "spacy-model-not-found" };

/** Opens a run of that procedure as somebody who may act. */
async function openRun(page: Page, request: APIRequestContext, procedure: object = verified): Promise<string> {
  const response = await request.post("/api/v1/runs", { headers: bearer("responder"), data: procedure });
  const { id } = (await response.json()) as { id: string };
  await signIn(page, "responder");
  await page.goto(`/runs/${id}`);
  await expect(heading(page)).toBeVisible();
  return id;
}

const heading = (page: Page) => page.locator("#run-step");
const answers = (page: Page, info: TestInfo) => page.getByRole("group", { name: wordsOf(info).runs.step.answers });

test("every answer has a key that the list of keys names, and so do the ways along the run", async ({
  page,
  request,
}, info) => {
  const { runs, shell } = wordsOf(info);
  await openRun(page, request);
  const buttons = answers(page, info).getByRole("button");
  await expect(buttons.first()).toBeEnabled();
  const keys = await buttons.evaluateAll((all) => all.map((button) => button.getAttribute("aria-keyshortcuts")));
  expect(keys.length).toBeGreaterThanOrEqual(4);
  expect(keys).not.toContain(null);
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: shell.keys.title });
  const listed = await dialog.locator("dd").allInnerTexts();
  for (const key of keys) expect(listed).toContain(key?.toUpperCase());
  const { next, previous, focus, copy, note, evidence, end } = runs.keys;
  for (const words of [next, previous, focus, copy, note, evidence, end]) {
    await expect(dialog.getByText(words, { exact: true })).toBeVisible();
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await page.keyboard.press("q");
  await expect(page.getByRole("button", { name: runs.closing.recovered })).toBeFocused();
});

test("a whole run goes by keys: the focus is on the current step, and a screen reader hears each turn", async ({
  page,
  request,
}, info) => {
  const { runs, ui } = wordsOf(info);
  await openRun(page, request);
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const region = document.querySelector("[data-run-announcer]");
    new MutationObserver(() => heard.push(region?.textContent ?? "")).observe(region as Element, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  const titles: string[] = [];
  for (let step = 0; step < 4; step++) {
    const title = await heading(page).innerText();
    titles.push(title);
    await expect(answers(page, info).getByRole("button").first()).toBeEnabled();
    await page.keyboard.press("p");
    await expect(heading(page).filter({ hasText: title })).toHaveCount(0);
    if (step < 3) await expect(heading(page)).toBeFocused();
  }
  await expect(page.getByText(runs.ended.recovered)).toBeVisible();
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.join("\n"));
  for (const title of titles) await expect.poll(heard).toContain(`${title}: ${ui.stepState.done}`);
  for (const title of titles.slice(1)) expect(await heard()).toContain(runs.announce.next.replace("{title}", title));
  expect(await heard()).toContain(runs.status.recovered);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("one thumb is enough: the answers are large and in the lower half of the screen", async ({
    page,
    request,
  }, info) => {
    await openRun(page, request);
    for (const button of await answers(page, info).getByRole("button").all()) {
      const box = await boxOf(button);
      expect(box.height).toBeGreaterThanOrEqual(44);
      expect(box.width).toBeGreaterThanOrEqual(44);
      expect(box.y).toBeGreaterThanOrEqual(422);
      expect(box.y + box.height).toBeLessThanOrEqual(844);
    }
    await expectNoOverflow(page);
  });
});

// 1280 × 720 at 200 %, and the width that WCAG 1.4.10 names.
for (const [width, height] of [
  [640, 360],
  [320, 568],
] as const) {
  test.describe(`${width} × ${height}`, () => {
    test.use({ viewport: { width, height } });

    test("nothing is wider than the screen, and what is in focus is not covered", async ({ page, request }, info) => {
      await openRun(page, request, { runbook: "agente-hotelero-api/emergencias", procedure: "api-no-responde" });
      await expectNoOverflow(page);
      await expect(answers(page, info).getByRole("button").first()).toBeEnabled();
      const note = page.locator("[name=run-note]");
      await note.focus();
      await expect.poll(() => isCovered(note)).toBe(false);
      const summary = page.getByText(wordsOf(info).runs.closing.early, { exact: true });
      await summary.focus();
      await expect.poll(() => isCovered(summary)).toBe(false);
    });
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`a run that is over and one that goes on are accessible in ${colorScheme}`, async ({ page, request }, info) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const runId = await openRun(page, request);
    await expectNoAxeViolations(page);
    const data = { outcome: "abandoned", reason: "Basta por hoy" };
    await request.post(`/api/v1/runs/${runId}/end`, { headers: bearer("editor"), data });
    await expect(page.getByText(wordsOf(info).runs.ended.abandoned)).toBeVisible();
    await expectNoAxeViolations(page);
  });
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error("it is not on screen");
  return box;
}

async function expectNoOverflow(page: Page) {
  const wider = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(wider).toBeLessThanOrEqual(0);
}

/** Whether something else lies over the middle of an element. */
const isCovered = (locator: Locator) =>
  locator.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const over = document.elementFromPoint(left + Math.min(width, 40) / 2, top + height / 2);
    return over === null || !(element.contains(over) || over.contains(element));
  });
