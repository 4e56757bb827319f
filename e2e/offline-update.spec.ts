import { test as base, expect } from "./fixtures";
import { cacheNames, strip, untilKept } from "./kept";
import { type PortalProxy, throughProxy } from "./through-proxy";

const test = base.extend<{ portal: PortalProxy }>({
  portal: async ({ baseURL }, use) => {
    const proxy = await throughProxy(baseURL ?? "");
    await use(proxy);
    proxy.close();
  },
});
test.use({ serviceWorkers: "allow", expectedErrors: [/ERR_INTERNET_DISCONNECTED|status of 50[03]/] });

const runbook = "/runbooks/agente-hotelero-api/emergencias";

test("a new build takes over without taking what is being written, and old copies keep their own assets", async ({
  page,
  context,
  portal,
}) => {
  await page.goto(`${portal.url}/`);
  await page.goto(`${portal.url}${runbook}`);
  await untilKept(page, runbook);
  await expect(page.getByText(/Disponible sin conexión|Available offline/)).toBeVisible({ timeout: 30_000 });
  const assets = async () => (await cacheNames(page)).filter((name) => name.startsWith("bitacora-assets-"));
  const [before] = await assets();
  const field = page.getByLabel("Host del PMS").first();
  await field.fill("pms.example.org");

  portal.deploy("feedfacefeedface");
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await expect(page.getByRole("button", { name: /Versión nueva|New version/ })).toBeVisible({ timeout: 20_000 });
  await expect(field).toHaveValue("pms.example.org");
  await expect.poll(assets).toEqual(expect.arrayContaining([before, "bitacora-assets-feedfacefeedface"]));

  await context.setOffline(true);
  await page.goto(`${portal.url}${runbook}`);
  await expect(strip(page)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.dataset.build)).toBe(before?.replace(/.*-/, ""));

  await context.setOffline(false);
  await page.getByRole("button", { name: /Actualizar|Refresh/ }).click();
  await expect(strip(page)).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.dataset.build)).toBe("feedfacefeedface");
});

test("a page that the portal cannot make is shown from its copy, which says so", async ({ page, portal }) => {
  await page.goto(`${portal.url}${runbook}`);
  await untilKept(page, runbook);
  portal.breakPage(runbook);
  await page.goto(`${portal.url}${runbook}`);
  await expect(strip(page)).toContainText(/no puede preparar|cannot prepare/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Emergencias/);
});
