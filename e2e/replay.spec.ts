import type { APIRequestContext } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { bearer, signIn } from "./people";

const words = () => (test.info().project.name.endsWith("en") ? en : es).incidents;
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

/** An incident whose hour is told afterwards: worse after ten minutes, mitigated after thirty, a note corrected. */
async function toldAfterwards(request: APIRequestContext) {
  const headers = bearer("responder");
  const post = async (path: string, data: Record<string, unknown>) => {
    const answer = await request.post(`/api/v1/incidents${path}`, { headers, data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as Record<string, string>;
  };
  const { key } = await post("", { title: "La pasarela rechaza pagos", severity: "SEV3" });
  const note = await post(`/${key}/timeline`, { body: "caída en db-2", kind: "note", happenedAt: minutesAgo(60) });
  await post(`/${key}/timeline/${note.id}/corrections`, { expectedRevision: 0, body: "caída en db-3" });
  await post(`/${key}/severity`, { to: "SEV1", reason: "nadie puede pagar", happenedAt: minutesAgo(50) });
  await post(`/${key}/status`, { to: "mitigating", happenedAt: minutesAgo(30) });
  return key ?? "";
}

test("the slider walks through what had happened, by key and by link", async ({ page, request }) => {
  const key = await toldAfterwards(request);
  await signIn(page, "viewer");
  await page.goto(`/incidents/${key}/replay?basis=happened`);
  const t = words().past.replay;
  const slider = page.getByRole("slider", { name: t.slider });
  const state = page.getByRole("region", { name: t.state });
  await expect(slider).toHaveAttribute("aria-valuetext", /T\+0:00/);
  await expect(page.getByText("caída en db-3")).toBeVisible();
  await expect(state).toContainText(t.before);

  await slider.focus();
  await slider.press("PageUp");
  await slider.press("ArrowRight");
  await expect(slider).toHaveAttribute("aria-valuetext", /T\+0:11/);
  await expect(state).toContainText("SEV1");
  await slider.press("End");
  await expect(state).toContainText(words().status.mitigating);
  await slider.press("Home");
  await expect(state).toContainText(t.before);
  await expectNoAxeViolations(page);

  await page.getByRole("button", { name: t.next }).click();
  await expect(state).toContainText("SEV1");
  const linked = () => (Date.now() - Date.parse(new URL(page.url()).searchParams.get("at") ?? "")) / 60_000;
  await expect.poll(linked).toBeLessThan(55);
  await page.reload();
  await expect(slider).toHaveAttribute("aria-valuetext", /T\+0:(09|10)/);
  await expect(state).toContainText("SEV1");
});

test("what was known is told by when it was written down", async ({ page, request }) => {
  const key = await toldAfterwards(request);
  await signIn(page, "viewer");
  await page.goto(`/incidents/${key}/replay`);
  const t = words().past.replay;
  await expect(page.getByRole("radio", { name: t.known })).toBeChecked();
  const state = page.getByRole("region", { name: t.state });
  await expect(state).toContainText("SEV3");
  await page.getByRole("slider", { name: t.slider }).press("End");
  await expect(state).toContainText("SEV1");
  await expect(page.getByText("caída en db-3")).toBeVisible();
});

test("playing goes on by itself and stops at the end", async ({ page, request }) => {
  const key = await toldAfterwards(request);
  await signIn(page, "viewer");
  await page.goto(`/incidents/${key}/replay?basis=happened`);
  const t = words().past.replay;
  await page.getByRole("button", { name: t.fast }).click();
  await page.getByRole("button", { name: t.play, exact: true }).click();
  const state = page.getByRole("region", { name: t.state });
  await expect(state).toContainText(words().status.mitigating, { timeout: 20_000 });
  await expect(page.getByRole("button", { name: t.play, exact: true })).toBeVisible({ timeout: 20_000 });
});
