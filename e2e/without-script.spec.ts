import { expect, test } from "./fixtures";
import { bearer } from "./people";

const runbook = "/runbooks/agente-hotelero-api/emergencias";

test.use({ javaScriptEnabled: false });

test("without JavaScript a runbook is complete: text, outline, folds, and commands that can be selected", async ({
  page,
  request,
  isMobile,
}) => {
  const headers = bearer("editor");
  const { text } = await (await request.get(`/api/v1${runbook}`, { headers })).json();
  const all = (pattern: RegExp) => [...(text as string).matchAll(pattern)].map(([, found = ""]) => found);
  const ids = all(/<(?:Procedure|Step) id="([\w-]+)"/g);
  const commands = all(/```bash[^\n]*\n([^\n{<]+)\n/g);
  expect(Math.min(ids.length, commands.length)).toBeGreaterThan(5);
  await page.goto(runbook);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Emergencias/);

  const article = page.getByRole("article");
  for (const id of ids) await expect(article.locator(`[id="${id}"]`)).toBeAttached();
  const shown = (await article.locator("pre").allTextContents()).join("\n");
  for (const command of commands) expect(shown).toContain(command.trim());
  if (isMobile) await page.locator("article details.fold > summary").first().click();
  const outline = isMobile ? page.locator("article details.fold").first() : page.locator("[data-outline-scroll]");
  const entry = outline.getByRole("link").last();
  await expect(entry).toBeVisible();
  const href = (await entry.getAttribute("href")) ?? "";
  await entry.click();
  await expect(page).toHaveURL(new RegExp(`${href}$`));
  await expect(page.locator(`[id="${href.replace(/^.*#/, "")}"]`)).toBeInViewport();

  const command = article.locator("pre code").first();
  await command.scrollIntoViewIfNeeded();
  const styles = await command.evaluateAll((found) => found.map((one) => getComputedStyle(one).userSelect));
  for (const style of styles) expect(style).not.toBe("none");
  expect((await command.innerText()).trim()).not.toBe("");
});
