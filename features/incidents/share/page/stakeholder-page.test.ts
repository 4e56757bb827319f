import { expect, test } from "vitest";
import type { Shown } from "../shown/shown";
import { closedPage, stakeholderPage } from "./stakeholder-page";

const at = (time: string) => new Date(`2026-01-15T${time}:00Z`);
const shown: Shown = {
  title: "Pagos <lentos>",
  kind: "incident",
  status: "mitigating",
  severity: "SEV2",
  since: at("03:00"),
  resolvedAt: null,
  nextUpdateDueAt: at("04:00"),
  expiresAt: new Date("2026-01-22T03:00:00Z"),
  updates: [{ condition: "Va **lento**", actions: "Ampliamos", needs: "", at: at("03:10"), corrected: false }],
};

test("says where it stands in plain words, in the reader's language", () => {
  const es = stakeholderPage(shown, "es", at("03:30"));
  for (const words of [
    "Pagos &lt;lentos&gt;",
    "Estamos aplicando la solución.",
    "Impacto alto",
    "<strong>lento</strong>",
  ]) {
    expect(es).toContain(words);
  }
  expect(es).toContain("Qué se está haciendo");
  expect(es).not.toContain("Qué hace falta");
  expect(stakeholderPage(shown, "en", at("03:30"))).toContain("We are applying the solution.");
});

test("an update that is late is said to be late", () => {
  const late = /<span data-late( hidden)?>/;
  expect(late.exec(stakeholderPage(shown, "es", at("03:59")))?.[1]).toBe(" hidden");
  expect(late.exec(stakeholderPage(shown, "es", at("04:00")))?.[1]).toBeUndefined();
  expect(stakeholderPage({ ...shown, nextUpdateDueAt: null }, "es", at("04:00"))).not.toContain("data-due=");
});

test("a closed incident is resolved to whoever looks from outside", () => {
  const closed = stakeholderPage({ ...shown, status: "closed", resolvedAt: at("03:50") }, "es", at("04:00"));
  expect(closed).toContain("Está resuelto.");
  expect(closed).toMatch(/<li aria-current="step"><span>Resuelto/);
});

test("the page of a link that opens nothing is not to be found, and holds no script", () => {
  expect(closedPage("es", "gone")).toContain("noindex");
  expect(closedPage("es", "gone")).not.toContain("<script");
});
