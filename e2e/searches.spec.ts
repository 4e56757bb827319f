import { randomBytes, randomUUID } from "node:crypto";
import type { APIRequestContext, TestInfo } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { signIn } from "./people";

const wordsOf = (info: TestInfo) => (info.project.name.endsWith("-en") ? en : es);
const newWord = () => [...randomBytes(9)].map((byte) => String.fromCharCode(97 + (byte % 26))).join("");
const named = (template: string, text: string) => template.replace("{text}", text);

type Search = { q: string; results: number; opened?: { runbook: string; rank: number } };
async function count(request: APIRequestContext, search: Search) {
  const answer = await request.post("/api/v1/search/counts", { data: { id: randomUUID(), ...search } });
  expect([answer.status(), await answer.json()]).toEqual([202, { counted: true, waiting: false }]);
}

test("a query that found nothing twice is on the list; it can be dismissed and put back", async ({
  page,
  request,
}, info) => {
  const { searchCounts: words, worklist } = wordsOf(info);
  const text = `${newWord()} ${newWord()}`; // found by nothing now, either
  await count(request, { q: `${text} 10.1.2.3`, results: 0 });
  await signIn(page, "editor");
  await page.goto("/worklist");
  await page.getByRole("link", { name: worklist.searches, exact: true }).click();
  await expect(page.getByRole("heading", { name: words.title, level: 1 })).toBeVisible();
  await expect(page.getByText(text)).toHaveCount(0);

  await count(request, { q: `${text.toUpperCase()} 10.9.8.7`, results: 0 });
  await page.reload();
  await expect(page.getByRole("link", { name: text, exact: true })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: named(words.dismiss.of, text) }).click();
  await expect(page.getByText(named(words.dismiss.done, text))).toBeVisible();
  await expect(page.getByRole("link", { name: named(words.word.of, text) })).toHaveCount(0);
  await page.getByRole("button", { name: words.dismiss.undo }).click();
  await expect(page.getByRole("link", { name: named(words.word.of, text) })).toBeVisible();

  await page.getByRole("link", { name: named(words.write.of, text) }).click();
  await expect(page).toHaveURL(/\/runbooks\/new\?title=/);
  await expect(page.locator('input[name="title"]')).toHaveValue(text.slice(0, 1).toUpperCase() + text.slice(1));
});

test("what was opened far down is said with its place, and leads to the glossary", async ({ page, request }, info) => {
  const { searchCounts: words, glossary } = wordsOf(info);
  const text = `${newWord()} lento`;
  const opened = { runbook: "agente-hotelero-api/emergencias", rank: 4 };
  for (const _ of [1, 2]) await count(request, { q: text, results: 9, opened });
  await signIn(page, "editor");
  await page.goto("/worklist/searches");
  const row = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: text, exact: true }) });
  await expect(row).toContainText("4");
  await expect(page.getByRole("heading", { name: words.most.title })).toBeVisible();
  await row.getByRole("link", { name: named(words.word.of, text) }).click();
  await expect(page.getByLabel(glossary.form.es)).toHaveValue(text);
});
