import { randomBytes, randomUUID } from "node:crypto";
import type { APIRequestContext, Page, TestInfo } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import { exclusively } from "./exclusively";
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { publishOwn } from "./own-runbook";
import { bearer, signIn } from "./people";

const wordsOf = (info: TestInfo) => (info.project.name.endsWith("-en") ? en : es);
/** A word that nobody wrote: letters alone, because ids are no words. */
const newWord = () => [...randomBytes(9)].map((byte) => String.fromCharCode(97 + (byte % 26))).join("");

type Source = { text: string; blob: string | null };
async function sourceOf(request: APIRequestContext): Promise<Source> {
  const answer = await request.get("/api/v1/glossary", { headers: bearer("editor") });
  return ((await answer.json()) as { source: Source }).source;
}

async function publish(request: APIRequestContext, change: (text: string) => string) {
  const { text, blob } = await sourceOf(request);
  const data = { text: change(text), baseBlob: blob, message: "Glosario de una prueba" };
  const answer = await request.put("/api/v1/glossary", { headers: bearer("editor"), data });
  expect(answer.status(), await answer.text()).toBe(200);
}

async function addInForm(page: Page, { glossary }: typeof es, spanish: string, english: string) {
  await page.getByRole("button", { name: glossary.add }).click();
  await page.getByLabel(glossary.form.es).fill(spanish);
  await page.getByLabel(glossary.form.en).fill(english);
  await page.getByRole("button", { name: glossary.form.save }).click();
}

const searchFor = async (request: APIRequestContext, q: string) => {
  const answer = await request.get("/api/v1/search", { params: { q } });
  return ((await answer.json()) as { results: { path: string }[] }).results.map(({ path }) => path);
};

test("a word is added, tried before anybody else sees it, survives a reload, is published, and found", async ({
  page,
  request,
}, info) => {
  const words = wordsOf(info);
  const { glossary } = words;
  const [word, other] = [newWord(), newWord()];
  const step = `<Step id="a${randomUUID().slice(0, 6)}" title="Reiniciar el ${other}">\n\nReiniciar.\n\n</Step>`;
  const runbook = await publishOwn(request, step);
  await signIn(page, "editor");
  await exclusively("glosario", async () => {
    await page.goto("/glossary");
    await expectNoAxeViolations(page);
    await addInForm(page, words, other, word);
    await page.getByLabel(glossary.try.query).fill(word);
    await expect(page.getByText(`${other}, ${word}`)).toBeVisible();
    await expect(page.getByRole("heading", { name: glossary.try.after })).toBeVisible();
    expect(await searchFor(request, word)).toEqual([]);

    await page.reload();
    await expect(page.getByText(glossary.publish.changed)).toBeVisible();
    await page.getByLabel(glossary.publish.message.label).fill("Palabra de una prueba");
    await page.getByRole("button", { name: glossary.publish.do }).click();
    await expect(page.getByText(glossary.publish.done)).toBeVisible();
    await expect(page.getByText(glossary.publish.unchanged)).toBeVisible();
  });
  expect(await searchFor(request, word)).toContain(runbook);
});

test.describe("a conflict", () => {
  test.use({ expectedErrors: [/409 \(Conflict\)/] });

  test("what somebody else published meanwhile is shown and joined; what was typed is kept", async ({
    page,
    request,
  }, info) => {
    const words = wordsOf(info);
    const { glossary } = words;
    const mine = [newWord(), newWord()] as const;
    const theirs = `${newWord()}, ${newWord()}`;
    await signIn(page, "editor");
    await exclusively("glosario", async () => {
      await page.goto("/glossary");
      await addInForm(page, words, ...mine);
      await publish(request, (text) => `${theirs}\n\n# fin de la prueba\n${text}`);
      await page.getByRole("button", { name: glossary.publish.do }).click();
      await expect(page.getByText(glossary.conflict.clean)).toBeVisible();
      await expect(page.getByText(theirs)).toBeVisible();
      await expectNoAxeViolations(page);
      await page.getByRole("button", { name: glossary.conflict.join }).click();
      await page.getByRole("button", { name: glossary.publish.do }).click();
      await expect(page.getByText(glossary.publish.done)).toBeVisible();
      const { text } = await sourceOf(request);
      expect(text).toContain(theirs);
      expect(text).toContain(`es: ${mine[0]}; en: ${mine[1]}`);
    });
  });
});

test("a word that means nothing is told where it is typed, and a line that cannot be read stops publishing", async ({
  page,
}, info) => {
  const { glossary, problems } = wordsOf(info);
  await signIn(page, "editor");
  await page.goto("/glossary?add=cola");
  await expect(page.getByLabel(glossary.form.es)).toHaveValue("cola");
  await page.getByRole("button", { name: glossary.form.save }).click();
  await expect(page.getByText(problems["glossary-alone"].replace("{text}", "es: cola"))).toBeVisible();
  await page.getByRole("button", { name: glossary.form.cancel }).click();
  await page.getByText(glossary.asText).click();
  await page.getByLabel(glossary.text, { exact: true }).fill("cola, queue\nsola\n");
  await expect(page.getByText("2:1 sola")).toBeVisible();
  await expect(page.getByRole("button", { name: glossary.publish.do })).toBeDisabled();
  await page.getByRole("button", { name: glossary.publish.discard }).click();
  await expect(page.getByText("2:1 sola")).toBeHidden();
});

test("who does not keep runbooks reads it, without signing in", async ({ page }, info) => {
  const { glossary } = wordsOf(info);
  await page.goto("/glossary");
  await expect(page.getByRole("heading", { name: glossary.title, level: 1 })).toBeVisible();
  await expect(page.getByRole("button", { name: glossary.add })).toHaveCount(0);
  await page.getByLabel(glossary.search).fill("cola");
  await expect(page.getByText("cola, queue", { exact: true })).toBeVisible();
  await expectNoAxeViolations(page);
});
