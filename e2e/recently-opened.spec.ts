import type { TestInfo } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import { expect, test } from "./fixtures";
import { keptText } from "./kept";
import { signIn } from "./people";

const wordsOf = (info: TestInfo) => (info.project.name.endsWith("-en") ? en : es);

test("what somebody opened out of a search is offered to them, and gone from this browser after they signed out", async ({
  page,
}, info) => {
  const { finding } = wordsOf(info);
  await signIn(page, "responder");
  await page.goto("/search?q=redis%20no%20responde");
  const best = page.locator("[data-result]").first();
  const opened = (await best.getAttribute("href")) ?? "";
  await best.click();
  await page.waitForURL((url) => url.pathname === new URL(opened, url).pathname);

  const recent = page.getByRole("heading", { name: finding.recent });
  await page.goto("/search");
  await expect(recent).toBeVisible();
  expect(await keptText(page)).toContain("bitacora-opened:runbooks");

  await page.goto("/account");
  const out = page.getByRole("main").getByRole("button", { name: /^(Salir|Sign out)$/ });
  await out.click();
  await page.waitForURL((url) => url.pathname === "/");
  expect(await keptText(page)).not.toContain("bitacora-opened");
  await page.goto("/search");
  await expect(page.getByText(finding.filters.hint)).toBeVisible();
  await expect(recent).toHaveCount(0);
});
