import type { TestInfo } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import { expect, test } from "./fixtures";
import { publishOwn } from "./own-runbook";
import { signIn } from "./people";

const wordsOf = (info: TestInfo) => (info.project.name.endsWith("-en") ? en : es);
const behindIn = {
  en: /2 other instances of the portal still show readers/,
  es: /Otras 2 instancias del portal todavía/,
};

test("whoever publishes is told that other instances still show what was there before", async ({
  page,
  request,
}, info) => {
  const { editing } = wordsOf(info);
  const path = await publishOwn(request, '<Step id="a" title="Vaciar">\n\nVaciar.\n\n</Step>');
  // The portal under test is alone: what it answers is made to speak of two others.
  await page.route(`**/api/v1/runbooks/${path}`, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), behind: 2 } });
  });
  await signIn(page, "editor");
  await page.goto(`/runbooks/${path}/edit`);
  const text = page.getByRole("textbox", { name: /^(Texto del runbook|Text of the runbook)$/ });
  await expect(text).toContainText("Limpiar la caché");
  await text.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\n\nUna frase más.\n");
  await page.getByRole("button", { name: /^(Publicar|Publish)…$/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill("Una frase más");
  await dialog.getByRole("button", { name: /^(Publicar|Publish)$/ }).click();
  await expect(page.getByText(editing.publish.done, { exact: true })).toBeVisible();
  await expect(page.getByText(info.project.name.endsWith("-en") ? behindIn.en : behindIn.es)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/runbooks/${path}$`));
});
