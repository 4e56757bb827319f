import type { APIRequestContext, Locator, Page, TestInfo } from "@playwright/test";
import { fillTimeline, manyEntries } from "@/test/long-timeline";
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { bearer, person, signIn } from "./people";

const wordsOf = (info: TestInfo) => (info.project.name.endsWith("-en") ? en : es).incidents;
const minute = 60_000;
const ago = (minutes: number) => new Date(Date.now() - minutes * minute).toISOString();

async function declare(request: APIRequestContext, more: Record<string, unknown> = {}): Promise<string> {
  const data = { title: "La API no responde", severity: "SEV3", ...more };
  const response = await request.post("/api/v1/incidents", { headers: bearer("responder"), data });
  expect(response.status()).toBe(201);
  return ((await response.json()) as { key: string }).key;
}

async function append(request: APIRequestContext, key: string, body: string, more: Record<string, unknown> = {}) {
  const data = { body, kind: "note", ...more };
  const response = await request.post(`/api/v1/incidents/${key}/timeline`, { headers: bearer("responder"), data });
  expect(response.status()).toBe(201);
}

const logOf = (page: Page, info: TestInfo) => page.getByRole("region", { name: wordsOf(info).timeline.label });
const entryIn = (log: Locator, text: string) =>
  log.getByRole("listitem").filter({ has: log.page().getByText(text, { exact: true }) });
const scroller = (log: Locator) => log.locator("div.overflow-y-auto").first();

/** On a desktop the composer takes the keys from the start; Escape gives them back to the page. */
async function leaveComposer(page: Page, info: TestInfo): Promise<void> {
  if (info.project.name.startsWith("phone")) return;
  const composer = page.getByLabel(wordsOf(info).composer.label);
  // The page may not listen yet.
  await expect(async () => {
    await composer.press("Escape");
    await expect(composer).not.toBeFocused({ timeout: 500 });
  }).toPass();
}

/** Goes to a place on the timeline as its dialog takes it. */
async function jump(page: Page, info: TestInfo, where: string): Promise<void> {
  const t = wordsOf(info).log;
  await page.getByRole("toolbar", { name: t.bar }).getByRole("button", { name: t.jump, exact: true }).click();
  await page.getByLabel(t.jumpWhere).fill(where);
  await page.getByRole("dialog").getByRole("button", { name: t.jump, exact: true }).click();
}

test.describe("a timeline of 20,000 entries", () => {
  const last = `entrada número ${manyEntries}`;

  async function openBig(page: Page, request: APIRequestContext, info: TestInfo) {
    const key = await declare(request);
    // What the API would take minutes for.
    await fillTimeline(process.env.E2E_DATABASE ?? "", key);
    await signIn(page, "responder");
    await page.goto(`/incidents/${key}`);
    const log = logOf(page, info);
    await expect(entryIn(log, last)).toBeInViewport();
    return { key, log };
  }

  test("opens at its end, holds few elements, and is read to its beginning", async ({ page, request }, info) => {
    const t = wordsOf(info);
    const { log } = await openBig(page, request, info);
    const rows = log.getByRole("listitem");
    expect(await rows.count()).toBeLessThan(60);
    await expect(entryIn(log, last)).toHaveAttribute("aria-setsize", String(manyEntries + 1));
    await expectNoAxeViolations(page);

    await jump(page, info, "#300");
    const meant = entryIn(log, "entrada número 300");
    await expect(meant).toBeInViewport();
    await expect(meant).toHaveAttribute("aria-current", "location");
    // Up page by page, as somebody who keeps scrolling.
    await expect(async () => {
      await scroller(log).evaluate((box) => box.scrollTo(0, 0));
      await expect(entryIn(log, "entrada número 2")).toBeInViewport({ timeout: 200 });
    }).toPass();
    await expect(rows.first()).toHaveAttribute("aria-posinset", "1");
    expect(await rows.count()).toBeLessThan(60);
    await log.getByRole("button", { name: t.log.toLast }).click();
    await expect(entryIn(log, last)).toBeInViewport();
  });

  test("what comes in moves nobody who reads above, and says how much it is", async ({ page, request }, info) => {
    const t = wordsOf(info);
    const { key, log } = await openBig(page, request, info);
    await jump(page, info, "#15000");
    const meant = entryIn(log, "entrada número 15000");
    await expect(meant).toBeInViewport();
    const before = await meant.boundingBox();
    await append(request, key, "llega ahora");
    const pill = log.getByRole("button", { name: t.log.newBelow.replace(/.*one \{# (\S+)\}.*/, "1 $1") });
    await expect(pill).toBeVisible();
    expect((await meant.boundingBox())?.y).toBe(before?.y);
    await pill.click();
    await expect(entryIn(log, "llega ahora")).toBeInViewport();
    await append(request, key, "y esto después");
    await expect(entryIn(log, "y esto después")).toBeInViewport();
  });

  test("is filtered by kind, person and text, and the address says so", async ({ page, request }, info) => {
    const t = wordsOf(info);
    const { key, log } = await openBig(page, request, info);
    const bar = log.getByRole("toolbar", { name: t.log.bar });
    await bar.getByRole("button", { name: t.log.filter }).click();
    await log.getByRole("button", { name: new RegExp(`^${t.timeline.kind.decision} \\(`) }).click();
    await log.getByLabel(t.log.text).fill("NUMERO 1999");
    await expect(entryIn(log, "entrada número 19995")).toBeVisible();
    await log.getByLabel(t.log.person).selectOption("Luis Peña");
    await expect(page).toHaveURL(/kind=decision.*by=Luis.*q=NUMERO/);
    await expectNoAxeViolations(page);
    const shown = await log.getByRole("listitem").allTextContents();
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.every((text) => text.includes("número 1999") && text.includes("Luis Peña"))).toBe(true);

    await page.reload();
    await expect(log.getByLabel(t.log.text)).toHaveValue("NUMERO 1999");
    await expect(log.getByRole("listitem")).toHaveCount(shown.length);
    await log.getByRole("button", { name: t.log.clear }).click();
    await expect(page).toHaveURL(new RegExp(`/incidents/${key}$`));
    await expect(entryIn(log, last)).toBeInViewport();
  });

  test("a jump to an entry while a filter is being read shows all, and the filter says so", async ({
    page,
    request,
  }, info) => {
    const t = wordsOf(info);
    const { log } = await openBig(page, request, info);
    await log.getByRole("toolbar", { name: t.log.bar }).getByRole("button", { name: t.log.filter }).click();
    const chip = log.getByRole("button", { name: new RegExp(`^${t.timeline.kind.decision} \\(`) });
    let answer = () => {};
    const late = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route(/timeline\/window\?.*kind=decision/, async (route) => {
      await late;
      await route.continue();
    });
    await chip.click();
    await expect(chip).toHaveAttribute("aria-pressed", "true");
    await page.evaluate("location.hash = '#entry-9002'");
    await expect(entryIn(log, "entrada número 9002")).toBeInViewport();
    await expect(chip).toHaveAttribute("aria-pressed", "false");
    const answered = page.waitForResponse(/kind=decision/);
    answer();
    await answered;

    await log.getByLabel(t.log.text).fill("NUMERO 1999");
    await expect(entryIn(log, "entrada número 19995")).toBeVisible();
    await page.evaluate("location.hash = '#entry-9004'");
    await expect(entryIn(log, "entrada número 9004")).toBeInViewport();
    await expect(log.getByLabel(t.log.text)).toHaveValue("");
    await expect(chip).toHaveAttribute("aria-pressed", "false");
  });

  test("a link to an entry leads to it, and keys go on from there", async ({ page, request }, info) => {
    const { key, log } = await openBig(page, request, info);
    await page.goto("/incidents");
    await page.goto(`/incidents/${key}#entry-9002`);
    const meant = entryIn(log, "entrada número 9002");
    await expect(meant).toBeInViewport();
    await expect(meant).toHaveAttribute("aria-current", "location");
    await page.keyboard.press("b");
    await expect(entryIn(log, last)).toBeInViewport();
    await page.keyboard.press("k");
    const focused = log.locator("li:focus");
    await expect(focused).toHaveCount(1);
    const place = Number(await focused.getAttribute("aria-posinset"));
    await page.keyboard.press("k");
    await expect(log.locator(`li:focus[aria-posinset="${place - 1}"]`)).toBeInViewport();
    await page.keyboard.press("j");
    await expect(log.locator(`li:focus[aria-posinset="${place}"]`)).toBeInViewport();
  });
});

test("times are told as they were and as they were written, by three clocks, as each person likes it", async ({
  page,
  request,
}, info) => {
  const t = wordsOf(info);
  const key = await declare(request, { impactStartedAt: ago(120) });
  await append(request, key, "la causa, recordada tarde", { happenedAt: ago(130) });
  await append(request, key, "primera señal", { happenedAt: ago(60) });
  await append(request, key, "reloj de otro", { happenedAt: ago(33), sentAt: ago(-3) });
  await signIn(page, "responder");
  await page.goto(`/incidents/${key}`);
  const log = logOf(page, info);
  const rows = log.getByRole("listitem");
  await expect(rows.first()).toContainText("la causa, recordada tarde");
  await expect(rows.first()).toContainText(t.log.beforeImpact);
  await expect(entryIn(log, "reloj de otro")).toContainText(t.log.clockAhead.replace("{span}", "3 min"));
  await expect(entryIn(log, "reloj de otro")).toContainText(t.log.silence.replace("{span}", "27 min"));

  const bar = log.getByRole("toolbar", { name: t.log.bar });
  await bar.getByRole("button", { name: t.log.orderShort.happened }).click();
  await expect(rows.first()).toContainText(t.timeline.did.declared);
  await page.keyboard.press("z");
  await expect(bar.getByRole("button", { name: /UTC/ })).toBeVisible();
  await page.keyboard.press("z");
  await expect(log.getByText("T+2:00").first()).toBeVisible();
  await expectNoAxeViolations(page);

  await page.reload();
  await expect(log.getByText("T+2:00").first()).toBeVisible();
  await expect(rows.first()).toContainText(t.timeline.did.declared);
  await leaveComposer(page, info);
  await page.keyboard.press("?");
  for (const words of Object.values(t.log.keys).filter((text) => text !== t.log.keys.unread)) {
    await expect(page.getByRole("dialog").getByText(words, { exact: true })).toBeVisible();
  }
});

test("what came while somebody was away is counted, marked and one key away", async ({ page, request }, info) => {
  const t = wordsOf(info);
  const plural = (text: string, count: number) =>
    text.replace(/\{count, plural, one \{[^}]*\} other \{([^}]*)\}\}/, (_, other: string) =>
      other.replace("#", String(count)),
    );
  const key = await declare(request, { title: `Nuevo ${Date.now()}` });
  await append(request, key, "visto");
  await signIn(page, "responder");
  const read = page.waitForResponse((response) => response.url().endsWith(`/${key}/read-mark`));
  await page.goto(`/incidents/${key}`);
  expect((await read).status()).toBe(200);
  await page.goto("/incidents");
  for (let n = 1; n <= 30; n++) await append(request, key, `nueva ${n}`);
  await append(request, key, "de antes", { happenedAt: ago(5) });

  await page.reload();
  const row = page.getByRole("listitem").filter({ has: page.getByText(key, { exact: true }) });
  await expect(row).toContainText(plural(t.log.inList, 31));
  await page.goto(`/incidents/${key}`);
  const log = logOf(page, info);
  await expect(entryIn(log, "nueva 30")).toBeInViewport();
  await leaveComposer(page, info);
  await page.keyboard.press("u");
  const line = log.getByText(plural(t.log.unread, 31));
  await expect(line).toBeInViewport();
  await expect(entryIn(log, "nueva 1")).toContainText(plural(t.log.unread, 31));
  await expect(entryIn(log, "de antes")).toContainText(t.log.new);
  await expectNoAxeViolations(page);
});

for (const [how, errors] of [
  ["while both see each other", []],
  ["when the other's change is not heard of", [/stream|409|ERR_FAILED/]],
] as const) {
  test.describe(`two people who correct the same entry, ${how}`, () => {
    test.use({ expectedErrors: [...errors] });

    test("see the conflict and lose nothing", async ({ page, browser, request }, info) => {
      const t = wordsOf(info);
      const key = await declare(request);
      await signIn(page, "responder");
      if (errors.length > 0) await page.route(/\/stream/, (route) => route.abort());
      await page.goto(`/incidents/${key}`);
      await page.getByLabel(t.composer.label).fill("reinicié db-2");
      await page.getByRole("button", { name: t.composer.send, exact: true }).click();
      const other = await browser.newPage({ baseURL: info.project.use.baseURL, locale: info.project.use.locale });
      await signIn(other, "editor");
      await other.goto(`/incidents/${key}`);
      for (const who of [page, other]) {
        const log = logOf(who, info);
        // The list that is alive takes the place of the one that was sent, with what is open in it.
        await expect(log.locator("ol[style]")).toBeVisible();
        const entry = entryIn(log, "reinicié db-2");
        await entry.getByLabel(t.timeline.actions.replace("{name}", person("responder").name)).click();
        const correct = entry.getByRole("button", { name: t.timeline.correct });
        await expect(correct).toBeInViewport({ ratio: 1 });
        await correct.click();
      }
      const save = (name: string) => ({ name, exact: true });
      await other.getByLabel(t.timeline.correction.text).fill("reinicié db-2 y db-3");
      await other.getByRole("button", save(t.change.save)).click();
      await expect(other.getByRole("dialog")).toBeHidden();

      await page.getByLabel(t.timeline.correction.text).fill("reinicié db-2 dos veces");
      if (errors.length > 0) await page.getByRole("button", save(t.change.save)).click();
      const dialog = page.getByRole("dialog");
      await expect(dialog.getByText(t.timeline.correction.staleTitle)).toBeVisible();
      await expect(dialog.getByRole("insertion")).toHaveText(/y db-3/);
      await expect(dialog.getByLabel(t.timeline.correction.text)).toHaveValue("reinicié db-2 dos veces");
      await expectNoAxeViolations(page);
      await dialog.getByRole("button", save(t.log.saveMine)).click();
      await expect(dialog).toBeHidden();

      const corrected = entryIn(logOf(page, info), "reinicié db-2 dos veces");
      await corrected.getByRole("button", { name: t.timeline.edited }).click();
      const texts = dialog.getByRole("listitem");
      await expect(texts).toHaveCount(3);
      await expect(texts.nth(0)).toContainText(person("responder").name);
      await expect(texts.nth(1)).toContainText(person("editor").name);
      await expect(texts.nth(1).getByRole("insertion")).toHaveText(/y db-3/);
      await expect(texts.nth(2)).toContainText("reinicié db-2");
      await expectNoAxeViolations(page);
      await other.close();
    });
  });
}
