import { describe, expect } from "vitest";
import type { Ctx } from "@/lib/context";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { patchIncident } from "../facts/commands";
import { PatchIncident } from "../schema";
import { appendEntry } from "../timeline/commands";
import { correctEntry, retractEntry } from "../timeline/correct/commands";
import { AppendEntry } from "../timeline/schema";
import { searchIncidents } from "./queries";
import { SearchIncidents } from "./schema";

const search = (ctx: Ctx, q: string, more: Record<string, unknown> = {}) =>
  searchIncidents(ctx, SearchIncidents.parse({ q, ...more }));
const keys = async (ctx: Ctx, q: string, more = {}) => (await search(ctx, q, more)).incidents.map(({ key }) => key);
const note = (ctx: Ctx, key: string, body: string, kind = "note") =>
  appendEntry(ctx, AppendEntry.parse({ key, body, kind }));

describe("finding incidents", () => {
  test("finds identifiers whole and in parts, phrases, and both languages, whatever the accents", async ({ as }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx, { title: "Facturación caída", services: ["facturas"] });
    await note(
      ctx,
      key,
      'asyncpg.exceptions.InvalidPasswordError: autenticación fallida para "svc_a_b" en db-2.eu-west',
    );
    await note(
      ctx,
      key,
      "E1234 al abrir /var/lib/postgresql/16/main en 10.0.0.12:5432: could not connect to the server",
    );
    for (const q of [
      "asyncpg.exceptions.InvalidPasswordError",
      "InvalidPasswordError",
      "invalidpassworderror",
      "InvalidPassword",
      "a_b",
      "svc_a_b",
      "db-2.eu-west",
      "db-2",
      "eu-west",
      "E1234",
      "e1234",
      "10.0.0.12:5432",
      "10.0.0.12",
      "/var/lib/postgresql/16/main",
      "postgresql/16",
      '"could not connect to the server"',
      "autenticacion FALLIDA",
      "authentication failed",
      "facturac",
      key,
      key.toLowerCase(),
    ])
      expect(await keys(ctx, q), q).toEqual([key]);
    for (const q of ["E123456", "db-3", '"server connect"', "10.0.0.13", "a_c", "10.0.12"])
      expect(await keys(ctx, q), q).toEqual([]);
  });

  test("puts the words of a title before those of a root cause, and these before the timeline's", async ({ as }) => {
    const ctx = await as("responder");
    const told = await buildIncident(ctx, { title: "Pagos lentos" });
    await note(ctx, told.key, "los semáforos están agotados; semáforos y más semáforos");
    const cause = await buildIncident(ctx, { title: "Cola parada" });
    await patchIncident(ctx, PatchIncident.parse({ key: cause.key, rootCause: "Semáforos agotados" }));
    const title = await buildIncident(ctx, { title: "Semáforos agotados en la cola" });
    expect(await keys(ctx, "semaforos")).toEqual([title.key, cause.key, told.key]);
    const [, second, third] = (await search(ctx, "semaforos")).incidents;
    expect(second?.cause).toEqual({ snippet: "Semáforos agotados", matches: [[0, 9]] });
    expect(third?.entries[0]).toMatchObject({
      seq: 2,
      matches: [
        [4, 13],
        [30, 39],
        [46, 55],
      ],
    });
  });

  test("gathers the words of a query from the facts and the timeline of one incident", async ({ as }) => {
    const ctx = await as("responder");
    const both = await buildIncident(ctx, { title: "Latencia en tarjetas" });
    await note(ctx, both.key, "el balanceador reparte mal");
    await buildIncident(ctx, { title: "Tarjetas sin saldo" });
    expect(await keys(ctx, "tarjetas balanceador")).toEqual([both.key]);
    const partly = await search(ctx, "balanceador tarjetas zzzzzz");
    expect(partly).toMatchObject({ complete: false, total: 1 });
  });

  test("finds a corrected entry by its current text only, and marks a retracted one", async ({ as }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    const entry = await note(ctx, key, "se reinició el cortafuegos");
    expect(await keys(ctx, "cortafuegos")).toEqual([key]);
    await correctEntry(ctx, { key, entryId: entry.id, expectedRevision: 0, body: "se reinició el equilibrador" });
    expect(await keys(ctx, "cortafuegos")).toEqual([]);
    await retractEntry(ctx, { key, entryId: entry.id, reason: "no fue así" });
    const [found] = (await search(ctx, "equilibrador")).incidents;
    expect(found?.entries).toMatchObject([{ id: entry.id, retracted: true, corrected: true }]);
  });

  test("takes a word that is nowhere for the one it resembles, and says so", async ({ as }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx, { title: "Kubernetes sin espacio" });
    expect(await search(ctx, "kubernets")).toMatchObject({ incidents: [{ key }], total: 1 }); // its beginning
    expect(await search(ctx, "kubenretes")).toMatchObject({
      incidents: [{ key }],
      corrected: [{ from: "kubenretes", to: "kubernetes" }],
    });
  });

  test("filters beside the words and inside them, and counts what other filters would give", async ({ as }) => {
    const ctx = await as("responder", "Aurélia");
    const one = await buildIncident(ctx, { title: "Cuarzo uno", severity: "SEV1", services: ["minas"] });
    const two = await buildIncident(ctx, { title: "Cuarzo dos", severity: "SEV3", services: ["minas", "lavado"] });
    const drill = await buildIncident(ctx, { title: "Cuarzo tres", kind: "drill", severity: "SEV3" });
    await appendEntry(ctx, AppendEntry.parse({ key: two.key, body: "/lead @Aurélia" }));
    expect(await keys(ctx, "cuarzo service:minas")).toEqual([two.key, one.key]);
    expect(await keys(ctx, "cuarzo", { severity: "SEV3", kind: "incident" })).toEqual([two.key]);
    expect(await keys(ctx, "tipo:simulacro cuarzo")).toEqual([drill.key]);
    expect(await keys(ctx, "cuarzo lead:aurelia")).toEqual([two.key]);
    expect(await keys(ctx, "cuarzo", { from: "2026-01-16" })).toEqual([]);
    expect(await keys(ctx, "cuarzo", { to: "2026-01-15", status: "active" })).toHaveLength(3);
    const { counts, total } = await search(ctx, "cuarzo sev:3");
    expect(total).toBe(2);
    expect(counts).toMatchObject({
      severity: { SEV1: 1, SEV3: 2 },
      kind: { incident: 1, drill: 1 },
      status: { investigating: 2, closed: 0 },
    });
  });

  test("reads whatever a text may hold, and goes on", async ({ as }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx, { title: "Textos raros" });
    for (const body of ["𝐀".repeat(900), "x".repeat(90_000), "a1 ".repeat(30_000), "'\\ ' \\'", "🜀🜁 ñ\u0303"])
      await note(ctx, key, body);
    await note(ctx, key, "por fin, el ornitorrinco");
    expect(await keys(ctx, "ornitorrinco")).toEqual([key]);
    expect(await keys(ctx, "𝐀".repeat(300))).toEqual([key]);
  });

  test("gives every incident once over its pages", async ({ as }) => {
    const ctx = await as("responder");
    for (let n = 0; n < 7; n++) await buildIncident(ctx, { title: `Pizarra ${n}` });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await search(ctx, "pizarra", { limit: 3, cursor });
      expect(page.incidents.length).toBeLessThanOrEqual(3);
      seen.push(...page.incidents.map(({ title }) => title));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((n) => `Pizarra ${n}`));
  });

  test.for([
    ["SQL", "'; DROP TABLE incident; --"],
    ["operators", "a & b | !c <-> (d"],
    ["a prefix alone", "':* & !!('"],
    ["NUL", "\u0000nul\u0000"],
    ["signs of LIKE", "%_\\"],
    ["brackets", "(".repeat(10_000)],
    ["quotes", '"'.repeat(999)],
    ["one long word", "x".repeat(10_000)],
    ["one word many times", "palabra ".repeat(1_250)],
    ["many words", Array.from({ length: 1_000 }, (_, n) => `w${n}`).join(" ")],
    ["half a character", "\ud800 \u202e"],
    ["filters that are none", "service: sev:9 status:'x'"],
  ])("answers %s without an error", async ([, q = ""], { as }) => {
    const ctx = await as("viewer");
    expect(await search(ctx, q, { person: "%'\u0000", service: "a'b" })).toMatchObject({ incidents: [] });
  });

  test("is for members", async ({ asNobody }) => {
    await expect(search(asNobody, "redis")).rejects.toMatchObject({ code: "unauthenticated" });
  });
});
