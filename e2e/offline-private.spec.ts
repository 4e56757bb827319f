import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "./fixtures";
import { cacheNames, keptText, newTab, untilKept } from "./kept";
import { bearer, person, signIn } from "./people";

test.use({ serviceWorkers: "allow", expectedErrors: [/ERR_INTERNET_DISCONNECTED|status of (401|503)/] });

const runbook = "/runbooks/agente-hotelero-api/emergencias";

async function declare(request: APIRequestContext, title: string): Promise<string> {
  const data = { title, severity: "SEV3", services: ["agente-hotelero-api"] };
  const answer = await request.post("/api/v1/incidents", { headers: bearer("responder"), data });
  return ((await answer.json()) as { key: string }).key;
}

const privateCaches = (names: string[]) => names.filter((name) => name.startsWith("bitacora-private-"));

test("after signing out nothing private is on the device, and public runbooks still open", async ({
  page,
  context,
  request,
}) => {
  const title = "La reserva doble de la suite 12";
  const key = await declare(request, title);
  await signIn(page, "responder");
  await page.goto(runbook);
  await untilKept(page, runbook);
  await page.goto(`/incidents/${key}`);
  await untilKept(page, `/incidents/${key}`);
  await untilKept(page, `/kept-state/incident/${key}`);
  expect(await keptText(page)).toContain(title);
  await expect
    .poll(() => page.evaluate(async (name) => !!(await (await caches.open("bitacora-public")).match(name)), runbook), {
      timeout: 30_000,
    })
    .toBe(true);

  await page.goto("/account");
  await page
    .getByRole("main")
    .getByRole("button", { name: /^(Salir|Sign out)$/ })
    .click();
  await page.waitForURL((url) => url.pathname === "/");
  expect(privateCaches(await cacheNames(page))).toEqual([]);
  const left = await keptText(page);
  expect(left).not.toContain(title);
  expect(left).not.toContain(person("responder").name);

  await context.setOffline(true);
  await page.goto(`/incidents/${key}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/no está en este dispositivo|not on this device/);
  await expect(page.locator("body")).not.toContainText(title);
  await page.goto(runbook);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Emergencias/);
});

test("what was written and not sent is dropped at signing out only when its writer says so", async ({ page }) => {
  await signIn(page, "responder");
  await page.goto("/account");
  const reader = await page.evaluate(() => document.documentElement.dataset.reader ?? "");
  // A write that the portal never took, as the outbox keeps it.
  await page.evaluate(async (who) => {
    const opening = indexedDB.open("bitacora-outbox");
    const db = await new Promise<IDBDatabase>((resolve) => {
      opening.onsuccess = () => resolve(opening.result);
    });
    const item = { id: crypto.randomUUID(), lane: "incident:INC-0", person: who, method: "POST", path: "/api/v1/no" };
    const more = {
      body: {},
      writtenAt: "2026-01-15T03:00:00.000Z",
      label: "Anotado a oscuras 7f3a",
      tries: 0,
      nextAt: 0,
      why: null,
    };
    db.transaction("requests", "readwrite")
      .objectStore("requests")
      .add({ ...item, ...more, state: "refused", position: 1 });
    db.close();
  }, reader);
  const out = page.getByRole("main").getByRole("button", { name: /^(Salir|Sign out)$/ });
  await out.click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /Quedarme|Stay/ }).click();
  expect(await keptText(page)).toContain("Anotado a oscuras 7f3a");
  await out.click();
  await dialog.getByRole("button", { name: /borrarlo|delete it/ }).click();
  await page.waitForURL((url) => url.pathname === "/");
  expect(await keptText(page)).not.toContain("Anotado a oscuras 7f3a");
});

test("a second person does not find the first one's pages", async ({ page, context, request }) => {
  const title = "El correo de los huéspedes no sale";
  const key = await declare(request, title);
  await signIn(page, "responder");
  await page.goto(`/incidents/${key}`);
  await untilKept(page, `/incidents/${key}`);
  const [first] = privateCaches(await cacheNames(page));

  await context.clearCookies();
  await signIn(page, "viewer");
  await page.goto("/incidents");
  await untilKept(page, "/incidents");
  const now = privateCaches(await cacheNames(page));
  expect(now).toHaveLength(1);
  expect(now).not.toContain(first);
  await context.setOffline(true);
  const other = await newTab(context, "/account");
  await expect(other.getByRole("heading", { level: 1 })).toHaveText(/no está en este dispositivo|not on this device/);
});

test("a session that was ended takes its copies along", async ({ page, request }, { project }) => {
  const who = { email: `copias-${project.name}@example.org`, name: "Con copias", role: "responder" };
  const headers = bearer("admin");
  const made = await (await request.post("/api/v1/people", { data: who, headers })).json();
  const key = await declare(request, "La pasarela de pagos rechaza tarjetas");
  await page.goto("/sign-in");
  await page.locator('input[name="email"]').fill(who.email);
  await page.locator('input[type="password"]').fill(made.password);
  await page.locator('form:has(input[type="password"]) button[type="submit"]').click();
  await page.waitForURL((url) => url.pathname === "/");
  await page.goto(`/incidents/${key}`);
  await untilKept(page, `/incidents/${key}`);

  await request.patch(`/api/v1/people/${made.person.id}`, { data: { disabled: true }, headers });
  await expect.poll(async () => (await page.request.get("/api/v1/me")).status()).toBe(401);
  await page.goto("/");
  await expect.poll(async () => privateCaches(await cacheNames(page))).toEqual([]);
});
