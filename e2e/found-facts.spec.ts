import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import { expect, test } from "./fixtures";
import { publishOwn, startOwn } from "./own-runbook";
import { bearer, signIn } from "./people";
import { watchShifts } from "./shifts";

const words = () => (test.info().project.name.endsWith("-en") ? en : es);

test("how often a procedure worked comes into a line that has words already, and moves nothing", async ({
  page,
  request,
}) => {
  const word = `q${Array.from({ length: 10 }, () => "abcdefghij"[Math.floor(Math.random() * 10)]).join("")}`;
  const runbook = await publishOwn(request, `<Step id="a" title="Vaciar ${word}">\n\nx\n\n</Step>`);
  const { runId } = await startOwn(request, runbook);
  const headers = bearer("responder");
  for (const event of ["start", "complete"]) {
    const run = (await (await request.get(`/api/v1/runs/${runId}`, { headers })).json()) as {
      steps: { id: string; version: number }[];
    };
    const answer = await request.post(`/api/v1/runs/${runId}/steps/a`, {
      headers,
      data: { event, expectedVersion: run.steps[0]?.version },
    });
    expect(answer.ok(), await answer.text()).toBe(true);
  }
  await signIn(page, "responder");
  await watchShifts(page);
  let isAsked = () => {};
  const asked = new Promise<void>((done) => {
    isAsked = done;
  });
  let answerNow = () => {};
  const held = new Promise<void>((done) => {
    answerNow = done;
  });
  await page.route("**/api/v1/track-records?*", async (route) => {
    isAsked();
    await held;
    await route.continue();
  });
  await page.goto(`/search?q=${word}`);
  const result = page.getByRole("region", { name: words().finding.keys.group, exact: true }).locator("section").first();
  const height = async () => (await result.boundingBox())?.height;
  await expect(result.getByText(words().finding.neverReviewed)).toBeVisible();
  await asked;
  const before = await height();
  answerNow();
  const record = result.getByText(/Funcionó la única vez|Worked the only time/);
  await expect(record).toBeVisible();
  expect(await height()).toBe(before);
  const line = await record.evaluate((own) => {
    const { top, bottom } = own.getBoundingClientRect();
    const others = [...(own.closest("p")?.children ?? [])].filter((one) => !one.contains(own));
    return others.filter((one) => one.getBoundingClientRect().top < bottom && one.getBoundingClientRect().bottom > top)
      .length;
  });
  expect(line).toBeGreaterThan(0);
  expect((await page.evaluate(() => window.shifts)).filter(({ value }) => value >= 0.005)).toEqual([]);
});
