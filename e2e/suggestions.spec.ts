import type { TestInfo } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import { exclusively } from "./exclusively";
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { publishOwn, startOwn } from "./own-runbook";
import { signIn } from "./people";

const wordsOf = (info: TestInfo) => (info.project.name.endsWith("-en") ? en : es);
const look = `<Step id="mirar" title="Mirar la caché">

\`\`\`bash
redis-cli info
\`\`\`

</Step>`;

test("a wrong step goes from the run to the editor, and the publication closes it", async ({
  page,
  request,
  browser,
}, info) => {
  const { runs, editing, reading } = wordsOf(info);
  const runbook = await publishOwn(request, look);
  const { key, runId } = await startOwn(request, runbook);
  const home = `/incidents/${key}/runs/${runId}`;
  await signIn(page, "responder");
  await page.goto(home);
  await expect(page.getByRole("button", { name: runs.suggestion.open })).toBeVisible();
  const dialog = page.getByRole("dialog");
  // The key is heard once the page has come alive.
  await expect(async () => {
    await page.keyboard.press("w");
    await expect(dialog).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await dialog.getByLabel(runs.suggestion.wrong).fill("Hace falta la clave");
  await dialog.getByRole("button", { name: runs.suggestion.fromCommand }).click();
  await expect(dialog.getByLabel(runs.suggestion.instead)).toHaveValue(/redis-cli info/);
  await page.reload();
  await page.getByRole("button", { name: runs.suggestion.open }).click();
  await expect(dialog.getByLabel(runs.suggestion.wrong)).toHaveValue("Hace falta la clave");
  await dialog.getByLabel(runs.suggestion.instead).fill("redis-cli -u $URL info");
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: runs.suggestion.send }).click();
  await expect(page.getByText(runs.suggestion.state.open)).toBeVisible();
  await expectNoAxeViolations(page);

  const editor = await (await browser.newContext({ locale: info.project.use.locale })).newPage();
  await signIn(editor, "editor");
  await editor.goto(`/runbooks/${runbook}`);
  await editor.getByRole("link", { name: reading.suggestions.open.match(/\{# ([^}]+)\}/)?.[1] }).click();
  await expect(editor.getByText("redis-cli -u $URL info")).toBeVisible();
  await expect(editor.getByText(editing.suggestions.stepNow.same)).toBeVisible();
  await editor.getByRole("button", { name: editing.suggestions.jump }).click();
  await expect(editor.locator(".cm-activeLine")).toContainText('id="mirar"');
  await editor.keyboard.press("End");
  await editor.keyboard.type(" ");
  await expectNoAxeViolations(editor);
  await editor.getByRole("button", { name: editing.edit.publish, exact: true }).click();
  await editor.getByRole("checkbox", { name: /Hace falta la clave/ }).check();
  await exclusively("publish", async () => {
    await editor.getByRole("dialog").getByRole("button", { name: editing.publish.confirm }).click();
    await editor.waitForURL(new RegExp(`/runbooks/${runbook}$`));
  });
  await expect(page.getByText(runs.suggestion.state.adopted.split("{")[0] ?? "")).toBeVisible();
  await editor.context().close();
});
