import type { TestInfo } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { bearer, signIn } from "./people";

const wordsOf = (info: TestInfo) => (info.project.name.endsWith("-en") ? en : es).runs.drills;

// A procedure has one schedule: each project makes one of its own.
const procedures: Record<string, { runbook: string; procedure: string }> = {
  "desktop-es": { runbook: "qaframework-railway/build-y-health-check", procedure: "build-failure-docker" },
  "desktop-en": { runbook: "qaframework-railway/build-y-health-check", procedure: "health-check-timeout" },
  "phone-es": { runbook: "qaframework-railway/rollback-y-recovery", procedure: "rollback-rapido" },
};

type Drills = { drills: { procedure: string; title: string; rhythm: string; time: string }[] };

test("an editor schedules a drill, pauses it and ends it; everybody sees when it comes", async ({
  page,
  request,
}, info) => {
  const words = wordsOf(info);
  const own = procedures[info.project.name] ?? { runbook: "", procedure: "" };
  await signIn(page, "editor");
  await page.goto(`/runs/schedule?${new URLSearchParams(own)}`);
  await page.getByRole("radio", { name: words.rhythmName.weekly }).check();
  await page.getByLabel(words.date).fill("2097-01-01"); // a Tuesday
  await page.getByLabel(words.time).fill("10:30");
  const said = words.weekly.replace("{weekday}", info.project.name.endsWith("-en") ? "Tuesday" : "martes");
  await expect(page.getByText(said.replace("{time}", "10:30"))).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: words.schedule, exact: true }).click();
  await page.waitForURL(/\/runs$/);

  const answer = await request.get("/api/v1/drills", { headers: bearer("viewer") });
  const drill = ((await answer.json()) as Drills).drills.find(({ procedure }) => procedure === own.procedure);
  expect(drill).toMatchObject({ rhythm: "weekly", time: "10:30" });
  const title = drill?.title ?? "";
  const control = (name: string) => page.getByRole("button", { name: name.replace("{title}", title), exact: true });
  await control(words.pauseOf).click();
  await expect(control(words.resumeOf)).toBeVisible();
  await expectNoAxeViolations(page);
  await control(words.resumeOf).click();
  await expect(control(words.pauseOf)).toBeVisible();
  await control(words.removeOf).click();
  await page.getByRole("dialog").getByRole("button", { name: words.remove, exact: true }).click();
  await expect(control(words.removeOf)).toHaveCount(0);
});
