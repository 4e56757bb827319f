import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { bearer, signIn } from "./people";

const words = () => (test.info().project.name.endsWith("en") ? en : es).incidents;

/** A word that no other test has written. */
const unheardOf = () => `q${randomUUID().replaceAll(/[^a-z]/g, "")}z`;

async function incident(request: APIRequestContext, data: Record<string, unknown>, entries: string[] = []) {
  const headers = bearer("responder");
  const declared = await request.post("/api/v1/incidents", {
    headers,
    data: { severity: "SEV3", services: ["whatsapp-chatbot"], ...data },
  });
  expect(declared.status()).toBe(201);
  const { key } = (await declared.json()) as { key: string };
  for (const body of entries) {
    const written = await request.post(`/api/v1/incidents/${key}/timeline`, {
      headers,
      data: { body, kind: "evidence" },
    });
    expect(written.status()).toBe(201);
  }
  return key;
}

test("an incident is found by what its timeline says, with the match marked and a link to the entry", async ({
  page,
  request,
}) => {
  const word = unheardOf();
  const key = await incident(request, { title: "La cola no drena" }, [`El nodo ${word}.cache-7 dejó de contestar`]);
  await signIn(page, "viewer");
  await page.goto("/incidents");
  await page.getByRole("searchbox", { name: words().past.search.label }).fill(`nodo ${word} estado:investigando`);
  await page.getByRole("button", { name: words().past.search.submit, exact: true }).click();
  await expect(page).toHaveURL(/[?&]q=/);
  const list = page.getByRole("list", { name: words().list.results });
  await expect(list.locator("mark").filter({ hasText: `${word}.cache-7` })).toBeVisible();
  await expect(list.getByRole("link", { name: word })).toHaveAttribute("href", `/incidents/${key}#entry-2`);
  await expectNoAxeViolations(page);
});

test("filters are in the address, and nothing found says what to try", async ({ page, request }) => {
  const word = unheardOf();
  const key = await incident(request, { title: `Simulacro de ${word}`, kind: "drill" });
  await signIn(page, "viewer");
  await page.goto(`/incidents?q=${word}&kind=incident`);
  await expect(page.getByText(words().list.noneTitle)).toBeVisible();
  await expectNoAxeViolations(page);
  const kind = page.getByLabel(words().list.kind, { exact: true });
  await kind.selectOption("drill");
  await page.getByRole("button", { name: words().list.filter, exact: true }).click();
  await expect(page.getByRole("link", { name: key })).toBeVisible();
  await expect(page).toHaveURL(/kind=drill/);
});

test("a search of runbooks shows members what past incidents say, and nobody else", async ({ page, request }) => {
  const word = unheardOf();
  const key = await incident(request, { title: `Redis lleno por ${word}` });
  await page.goto(`/search?q=redis ${word}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
  await expect(page.getByText(words().past.search.past)).toHaveCount(0);
  await signIn(page, "viewer");
  await page.goto(`/search?q=redis ${word}`);
  const past = page.getByRole("region", { name: words().past.search.past });
  await expect(past.getByRole("link", { name: key })).toHaveAttribute("href", `/incidents/${key}`);
  await expectNoAxeViolations(page);
});

test("the palette offers incidents to members", async ({ page, request }) => {
  const word = unheardOf();
  const key = await incident(request, { title: `Certificado ${word}` });
  await signIn(page, "viewer");
  await page.goto("/search");
  const field = page.getByRole("dialog").getByRole("combobox");
  // The page may not listen yet.
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(field).toBeVisible({ timeout: 500 });
  }).toPass();
  await field.fill(word);
  await page.getByRole("option", { name: key }).click();
  await expect(page).toHaveURL(new RegExp(`/incidents/${key}$`));
});

test("an incident shows those that resemble it, in what, and how they ended", async ({ page, request, isMobile }) => {
  const code = `E${Math.floor(100_000 + Math.random() * 900_000)}`;
  const before = await incident(request, { title: "Facturas sin sellar" }, [`${code}: sello caducado`]);
  const headers = bearer("responder");
  await request.patch(`/api/v1/incidents/${before}`, { headers, data: { rootCause: "El sello caducó de noche" } });
  const now = await incident(request, { title: "No se emite nada" }, [`otra vez ${code}`]);
  await signIn(page, "viewer");
  await page.goto(`/incidents/${now}`);
  if (isMobile) await page.getByRole("button", { name: words().view.facts, exact: true }).click();
  const similar = page.getByRole("listitem").filter({ hasText: before });
  await expect(similar).toContainText(words().past.similar.shared.error.replace("{values}", code));
  await expect(similar).toContainText("El sello caducó de noche");
  await expectNoAxeViolations(page);
});
