import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { bearer, declareIncident, signIn } from "./people";
import { wordsOf } from "./words";

const words = () => wordsOf(test.info());
const chatter = (from: number, lines: number) =>
  Array.from(
    { length: lines },
    (_, at) => `2026-11-22T03:44:01.${100 + (at % 900)}Z INFO job ${from + at} took ${at}ms`,
  );
/** 5,000 lines: one says what is wrong, one holds a password, and nobody would find either by reading. */
const log = [
  ...chatter(0, 2_500),
  '2026-11-22T03:44:10Z ERROR could not extend file "base/16384/2619": No space left on device',
  "2026-11-22T03:44:11Z WARN retrying postgres://app:hunter2zanahoria@db:5432/app",
  ...chatter(2_500, 2_498),
].join("\n");
const telling = 2_501;

const fieldOf = (page: Page) => page.getByRole("textbox", { name: words().readingTools.search.label });
const linesOf = (page: Page) => page.getByRole("region", { name: words().finding.pasted.lines });
const resultsOf = (page: Page) => page.getByRole("region", { name: words().finding.pasted.results });

/** Pastes as a person would, once the page hears its keys. */
async function paste(page: Page, into: "palette" | "field", text: string) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  const field = into === "field" ? fieldOf(page) : page.getByRole("dialog").getByRole("combobox");
  await expect(async () => {
    if (into === "palette") await page.keyboard.press("Control+k");
    else await page.keyboard.press("/");
    await expect(field).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("Control+v");
}

test("of 5,000 pasted lines those that matter are marked, with why, the way to the procedure, and keys", async ({
  page,
  isMobile,
}) => {
  await page.goto("/search");
  await paste(page, "field", log);
  const line = page.locator(`#log-line-${telling}`);
  await expect(line.locator("mark").filter({ hasText: "extend" })).toBeVisible();
  await expect(linesOf(page).getByText(/^2[.,\s]?500 /)).toBeVisible();
  const best = resultsOf(page).getByRole("listitem").first();
  await expect(best.getByRole("link").first()).toHaveAttribute(
    "href",
    "/runbooks/preventia-news/base-de-datos#disk-space-full",
  );
  await expect(best.getByText(words().finding.pasted.why.signature)).toBeVisible();
  expect(new URL(page.url()).search).toBe("");
  await expectNoAxeViolations(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectNoAxeViolations(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);

  await best.getByRole("link", { name: words().finding.pasted.line.replace("{line}", "2501") }).click();
  await expect(line).toBeInViewport();
  if (!isMobile) {
    await line.getByText("could not").click();
    await page.keyboard.press("n");
    await expect(page.locator("[data-log-line]:focus")).toHaveCount(1);
    await page.keyboard.press("p");
    await expect(line).toBeFocused();
  }
  await line.getByRole("link").click();
  await expect(page).toHaveURL(/\/runbooks\/preventia-news\/base-de-datos#disk-space-full$/);
});

test("several lines pasted into the palette lead to the same answer, from a page of Next's and from one in memory", async ({
  page,
}) => {
  for (const from of ["/runbooks", "/", "/runbooks/agente-hotelero-api/emergencias"]) {
    await page.goto(from);
    await paste(page, "palette", log);
    await expect(page.locator(`#log-line-${telling}`)).toBeVisible();
    await expect(fieldOf(page)).toHaveValue(log);
    expect(new URL(page.url()).search).toBe("");
  }
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(kept).not.toContain("zanahoria");
});

test("a log is attached to the incident that one came from, masked, once it was seen what is masked", async ({
  page,
  request,
}) => {
  const t = words().finding.attachLog;
  const other = await declareIncident(request, "Otra cosa");
  const key = await declareIncident(request, "La base de datos no escribe");
  await signIn(page, "responder");
  await page.goto(`/incidents/${key}`);
  await expect.poll(() => page.evaluate(() => ({ ...sessionStorage })["bitacora-opened:incident"])).toBe(key);
  await paste(page, "palette", log);
  await page.getByRole("button", { name: t.open }).click();
  const dialog = page.getByRole("dialog", { name: t.title });
  await expect(dialog.getByRole("radio", { name: new RegExp(`${key}\\b`) })).toBeChecked();
  await expect(dialog.getByRole("radio", { name: new RegExp(`${other}\\b`) })).toBeVisible();
  const preview = dialog.getByRole("region", { name: t.preview });
  await expect(preview.getByRole("button")).toHaveText("••••••");
  await expect(preview).toContainText("retrying postgres://app:");
  await expect(preview).not.toContainText("zanahoria");
  await expectNoAxeViolations(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectNoAxeViolations(page);

  const sent = page.waitForRequest((one) => one.method() === "POST" && one.url().includes("/attachments?"));
  await dialog.getByRole("button", { name: t.send.replace("{key}", key) }).click();
  expect((await sent).url()).not.toContain("zanahoria");
  await page.getByRole("link", { name: t.see }).click();
  await expect(page).toHaveURL(new RegExp(`/incidents/${key}#entry-\\d+$`));
  await expect(page.getByRole("link", { name: /\.log/ })).toBeVisible();

  const headers = bearer("viewer");
  const { entries } = await (await request.get(`/api/v1/incidents/${key}/timeline?limit=100`, { headers })).json();
  const files = entries.filter(({ kind }: { kind: string }) => kind === "attachment");
  expect(files).toHaveLength(1);
  const kept = await (await request.get(files[0].data.attachment.url, { headers })).text();
  expect(kept).toBe(log.replace("hunter2zanahoria", "••••••"));
});

test("without JavaScript a posted log is answered whole, and a short query keeps its address", async ({
  browser,
  baseURL,
}) => {
  const locale = words().finding.pasted.group.startsWith("Registro") ? "es-ES" : "en-GB";
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, locale });
  const reader = await context.newPage();
  await reader.goto("/");
  // Typed key by key it would take longer than pasted.
  await fieldOf(reader).evaluate((field: HTMLTextAreaElement, text) => Object.assign(field, { value: text }), log);
  await reader.getByRole("button", { name: words().readingTools.search.submit, exact: true }).click();
  await expect(reader.locator(`#log-line-${telling}`)).toBeVisible();
  await expect(resultsOf(reader).getByRole("link").first()).toHaveAttribute("href", /#disk-space-full$/);
  await expect(fieldOf(reader)).toHaveValue(log);
  expect(reader.url()).toBe(`${baseURL}/search`);
  await context.close();
});
