import { afterEach, beforeEach, expect, test } from "vitest";
import { nobody } from "@/lib/auth/actor";
import { contentFolder } from "@/test/content";
import { wordsOf } from "./fitting";
import { findFitting } from "./queries";

const reader = { actor: nobody, now: () => new Date("2026-01-15T03:00:00Z") };
const labels = { alertname: "HighErrorRate", instance: "10.0.0.1:9090", queue: "facturas" };

let content: ReturnType<typeof contentFolder>;
beforeEach(() => {
  content = contentFolder();
  content.write("api/reglas", '<Procedure id="errores" title="La API devuelve errores" alerts="HighErrorRate" />');
  content.write("cobros/colas", '<Procedure id="atasco" title="Cola de facturas atascada" />');
});
afterEach(() => content.remove());

test("an alert's procedures are those that a rule leads to, and then those that its text finds", async () => {
  const found = await findFitting(reader, { labels, title: "Facturas sin enviar", services: [] });
  expect(found.map(({ path, anchor, rule }) => [path, anchor, rule])).toEqual([
    ["api/reglas", "errores", true],
    ["cobros/colas", "atasco", false],
  ]);
});

test("a matcher of the whole runbook leads to its first procedure", async () => {
  const procedures = '<Procedure id="una" title="Una" />\n\n<Procedure id="otra" title="Otra" />';
  content.write("api/pods", procedures, "alerts: ['{alertname=~\"Pod.*\"}']\n");
  const found = await findFitting(reader, { labels: { alertname: "PodCrash" }, title: "Se cae", services: [] });
  expect(found[0]).toMatchObject({ path: "api/pods", anchor: "una", rule: true });
});

test("where a thing runs is not searched for", () => {
  expect(wordsOf({ labels, title: "Lenta", services: [] })).toBe("HighErrorRate Lenta facturas");
});
