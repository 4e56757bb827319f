import { readdirSync, readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { squeeze, unitsOf } from "@/test/guides/units";
import { checkFiles } from "../content/check";
import { buildPlan } from "../pipeline/build-plan";
import { gate } from "../pipeline/gate";
import { renderedStream } from "./equivalence/rendered-stream";
import { importMarkdown } from "./import-markdown";

vi.setConfig({ testTimeout: 30_000 });

const folder = "test/fixtures/guides";
const services = readdirSync(folder).map((name) => name.replace(/\.md$/, ""));

function imported(service: string) {
  const path = `${service}/guia`;
  const guide = readFileSync(`${folder}/${service}.md`, "utf8");
  const result = importMarkdown(guide, { path });
  const { mdx } = result.take(result.proposals.map((one) => one.id));
  const { runbook } = gate({ file: "guia.mdx", path, format: "mdx", source: mdx });
  if (!runbook) throw new Error("refused");
  return { path, guide, result, mdx, runbook };
}

test.each(services)("the guide %s is a runbook that can be run, with nothing mended by hand", (service) => {
  const { path, result, mdx, runbook } = imported(service);
  expect(result.equivalence).toMatchObject({ complete: true, missing: [] });
  const errors = checkFiles([{ name: "guia.mdx", path, format: "mdx", source: mdx }]).filter(
    (one) => one.severity === "error",
  );
  expect(errors).toEqual([]);
  const { procedures } = buildPlan(runbook);
  expect(procedures.length).toBeGreaterThanOrEqual(10);
  for (const { phases } of procedures) expect(phases.flatMap(({ steps }) => steps).length).toBeGreaterThan(0);
});

test.each(services)("nothing that the guide %s says is lost, as its readers look it up", (service) => {
  const { guide, runbook } = imported(service);
  const page = squeeze(
    renderedStream(runbook)
      .visible.map((token) => token.text)
      .join(""),
  );
  const lost = unitsOf(guide).filter((unit) => !page.includes(squeeze(unit.text)));
  expect(lost.map(({ line, text }) => `${line} ${text}`)).toEqual([]);
});

test("what a guide says of itself is proposed as front matter", () => {
  const { frontMatter } = imported("agente-hotelero-api").runbook;
  expect(frontMatter).toMatchObject({
    title: "GUÍA RÁPIDA DE TROUBLESHOOTING - EMERGENCIAS EN PRODUCCIÓN",
    lang: "es",
    owner: "Backend Team",
    reviewed: "2025-10-24",
    criticality: "critical",
    alerts: ['alertname="High Error Rate"', 'alertname="Service Degradation"', 'alertname="Pod Memory Exceeded"'],
  });
});
