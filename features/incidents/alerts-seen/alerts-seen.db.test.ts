import { afterEach, beforeEach, expect } from "vitest";
import { listWorklist } from "@/features/runbooks/worklist/queries";
import { refreshWorklist } from "@/features/runbooks/worklist/refresh/commands";
import { ListWorklist } from "@/features/runbooks/worklist/schema";
import type { Ctx } from "@/lib/context";
import { type ContentRepository, contentRepository, runbook } from "@/test/content-repository";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { alertsSource } from "./queries";

let repo: ContentRepository;
beforeEach(() => {
  repo = contentRepository("own");
});
afterEach(() => repo.remove());

/** What the worklist says of alerts, as `kind title matcher`. */
async function said(ctx: Ctx): Promise<string[]> {
  await refreshWorklist([alertsSource])(ctx, {});
  const { items } = await listWorklist(ctx, ListWorklist.parse({}));
  return items.map(({ kind, title, values }) => [kind, title, values.matcher].filter(Boolean).join(" ")).sort();
}

test("alerts without a runbook and matchers that no alert has met, once an alert is known", async ({ as, db }) => {
  const ctx = await as("editor");
  const alerts = `alerts: ['alertname="HighErrorRate"', '{alertname=~"Pod.*"}']`;
  repo.write("runbooks/api/emergencias.mdx", runbook("Emergencias").replace("lang: es", `lang: es\n${alerts}`));
  expect(await said(ctx)).toEqual([]);
  for (const alertname of ["HighErrorRate", "DiskFull", "DiskFull"]) {
    const { key } = await buildIncident(ctx);
    await db.incident.update({ where: { number: Number(key.slice(4)) }, data: { labels: { alertname } } });
  }
  expect(await said(ctx)).toEqual(["alert-homeless DiskFull", 'alert-unmatched Emergencias {alertname=~"Pod.*"}']);
});
