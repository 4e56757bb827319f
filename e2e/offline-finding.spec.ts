import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { untilKept } from "./kept";
import { signIn } from "./people";

const runbook = "/runbooks/agente-hotelero-api/emergencias";
const words = () => (test.info().project.name.endsWith("-en") ? en : es).finding;

test.use({ serviceWorkers: "allow", expectedErrors: [/ERR_INTERNET_DISCONNECTED|status of 503/] });

test("where nothing answers with the network off, the nearest procedures that were taken along are offered", async ({
  page,
  context,
}) => {
  await page.goto(runbook);
  await untilKept(page, "/api/v1/search-index");
  await untilKept(page, runbook);
  await context.setOffline(true);
  await page.goto(`/search?q=${encodeURIComponent("apinoresponde")}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Resultados|Results/);
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(/más parecido|[Nn]earest|[Cc]losest/);
  const nearest = page.locator("main li a").first();
  await expect(nearest).toContainText(/no responde/i);
  await expect(nearest).toHaveAttribute("href", /^\/runbooks\/[\w-]+\/[\w-]+#[\w-]+$/);
  await expectNoAxeViolations(page);
});

test("r on an answer of the device says why nothing is started, and stays", async ({ page, context }) => {
  await signIn(page, "responder");
  await page.goto("/search");
  await untilKept(page, "/api/v1/search-index");
  await context.setOffline(true);
  const { keys } = words();
  const results = page.getByRole("region", { name: keys.group, exact: true });
  await page.locator("main textarea").fill("redis no responde");
  await expect(results.locator("[data-result]").first()).toBeVisible();
  await page.locator("main textarea").press("ArrowDown");
  await expect(results.locator("[data-result]").first()).toBeFocused();
  await page.keyboard.press("r");
  await expect(page.getByText(keys.away.title)).toBeVisible();
  await expect(page.getByText(keys.away.instead)).toBeVisible();
  await expect(page).toHaveURL(/\/search/);
  await expectNoAxeViolations(page);
});
