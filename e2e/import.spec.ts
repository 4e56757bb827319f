import type { Page, TestInfo } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { signIn } from "./people";
import { isPhone, wordsOf } from "./words";

const wordsFor = (info: TestInfo) => wordsOf(info).runbookImport;

async function open(page: Page, info: TestInfo) {
  await page.goto("/import");
  await expect(page.getByRole("button", { name: wordsFor(info).intake.files })).toBeVisible();
}

/** Pastes a text and waits until the server has looked at it. */
async function paste(page: Page, info: TestInfo, text: string) {
  const words = wordsFor(info);
  await page.getByLabel(words.intake.paste).fill(text);
  await page.getByRole("button", { name: words.intake.take }).click();
  await expect(
    page.getByRole("listitem").getByText(new RegExp(`^(${words.state.ready}|${words.state.look})$`)),
  ).toBeVisible();
}

/** One side of the review, which a phone shows one at a time. */
async function pane(page: Page, info: TestInfo, name: "source" | "page" | "proposals") {
  if (isPhone(info)) await page.getByRole("button", { name: wordsFor(info).review.pane[name], exact: true }).click();
}

test("text that is missing stops an import until it is put back", async ({ page }, info) => {
  const words = wordsFor(info);
  await signIn(page, "editor");
  await open(page, info);
  await paste(page, info, "# Cola llena\n\n## Reiniciar\n\n```bash\nsystemctl restart cola\n```\n");
  await page.getByRole("button", { name: words.list.open }).click();
  await page.getByLabel(words.target.file, { exact: true }).fill(`falta-${info.project.name}`);
  await page.getByRole("button", { name: words.review.asText }).click();
  await pane(page, info, "page");
  const editor = page.getByRole("textbox", { name: words.review.text });
  await expect(editor).toContainText("systemctl restart cola");
  await editor.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText("---\ntitle: Cola llena\nservice: importados\nlang: es\nowner: Colas\n---\n\nNada.\n");
  await pane(page, info, "proposals");
  await expect(page.getByText(words.findings.missingHint)).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: words.review.back }).click();
  await expect(page.getByRole("listitem").getByText(words.state.missing)).toBeVisible();
  await expect(page.getByRole("button", { name: /(Publicar|Publish) 0 runbooks…/ })).toBeDisabled();
  await page.getByRole("button", { name: words.list.open }).click();
  await page.getByRole("button", { name: words.review.discardText }).click();
  await page.getByRole("button", { name: words.review.back }).click();
  await expect(page.getByRole("button", { name: /(Publicar|Publish) 1 runbook…/ })).toBeEnabled();
});
