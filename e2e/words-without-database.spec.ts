import type { TestInfo } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { ownPortal } from "./own-portal";

const wordsOf = (info: TestInfo) => (info.project.name.endsWith("-en") ? en : es);
// A portal and a PostgreSQL of its own: this one is stopped.
const portal = ownPortal();

test.use({ expectedErrors: [/status of 50\d/] });

test("with the database away the searches and the glossary say so, and no word that was typed is lost", async ({
  page,
}, info) => {
  test.setTimeout(180_000);
  const { glossary, searchCounts, errors } = wordsOf(info);
  await portal.enter(page);
  await page.goto(`${portal.url()}/glossary`);
  await page.getByRole("button", { name: glossary.add }).click();
  await page.getByLabel(glossary.form.es).fill("cacharro, trasto");
  await page.getByLabel(glossary.form.en).fill("gizmo");
  await page.getByRole("button", { name: glossary.form.save }).click();
  await page.getByLabel(glossary.publish.message.label).fill("Cómo lo llamamos aquí");

  await portal.stopDatabase();
  await page.getByRole("button", { name: glossary.publish.do }).click();
  await expect(page.getByText(errors.database_unavailable)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByLabel(glossary.publish.message.label)).toHaveValue("Cómo lo llamamos aquí");
  await expect(page.getByText(glossary.publish.changed)).toBeVisible();
  await expectNoAxeViolations(page);

  await page.goto(`${portal.url()}/worklist/searches`);
  await expect(page.getByText(searchCounts.away)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(searchCounts.awayLead)).toBeVisible();
  await expectNoAxeViolations(page);

  await page.goto(`${portal.url()}/glossary`);
  await expect(page.getByText(glossary.publish.changed)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("gizmo", { exact: true })).toBeVisible();
});
