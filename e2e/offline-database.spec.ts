import { expect, test } from "./fixtures";
import { beginLog, expectThirteen, onStep, steps, strip, writeThirteen } from "./offline-log";
import { ownPortal } from "./own-portal";

// A portal and a PostgreSQL of its own: this one is stopped.
const portal = ownPortal();

test.use({ serviceWorkers: "allow", expectedErrors: [/status of 50\d/] });

test("with the database down, ten entries and three steps are kept, and arrive once, in order, with their times", async ({
  page,
  context,
}, info) => {
  test.setTimeout(180_000);
  await portal.enter(page);
  const headers = { origin: portal.url() };
  const at = await beginLog(page.request, headers, portal.url());
  await page.goto(at.incident);
  const run = await context.newPage();
  await run.goto(at.run);
  await onStep(run, steps[0] ?? "");

  await portal.stopDatabase();
  const done = await writeThirteen(page, run, info);
  await expect(strip(page, 13)).toBeVisible();
  await page.close();
  await run.close();
  await portal.startDatabase();

  const again = await context.newPage();
  await again.goto(at.incident);
  await expectThirteen(again.request, at, {}, done, portal.url());
  await expect(again.getByText("entrada 10.")).toHaveCount(1);
});
