import type { APIRequestContext, Browser } from "@playwright/test";
import { everyone, mayEnter, pages, type Who } from "../test/access-table";
import { expect, test } from "./fixtures";
import { bearer, signIn } from "./people";

/** Every page as `who` gets it: its status, and where somebody was sent. */
async function walk(request: APIRequestContext, key: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [page, { at = page }] of Object.entries(pages)) {
    const response = await request.get(at.replace("{key}", key), { maxRedirects: 0 });
    const location = response.headers().location ?? "";
    found[page] = location.startsWith("/sign-in") ? "sign in" : response.status() === 403 ? "forbidden" : "in";
    expect(response.status(), `${page} answers`).toBeLessThan(500);
  }
  return found;
}

const expected = (who: Who) =>
  Object.fromEntries(
    Object.entries(pages).map(([page, { least }]) => [
      page,
      mayEnter(who, least) ? "in" : who === "nobody" ? "sign in" : "forbidden",
    ]),
  );

async function requestAs(browser: Browser, who: Who) {
  const page = await browser.newPage();
  if (who !== "nobody") await signIn(page, who);
  return page.context().request;
}

test.describe("every page", () => {
  for (const who of everyone) {
    test(`lets in ${who} where it should`, async ({ browser, request }) => {
      const data = { title: "Acceso", severity: "SEV4" };
      const declared = await request.post("/api/v1/incidents", { data, headers: bearer("responder") });
      const { key } = await declared.json();
      expect(await walk(await requestAs(browser, who), key)).toEqual(expected(who));
    });
  }
});
