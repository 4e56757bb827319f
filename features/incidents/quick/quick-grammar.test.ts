import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readQuickEntry } from "./quick-grammar";

const now = new Date("2026-01-15T03:10:00.000Z");
/** 00:10 on the 15th. */
const buenosAires = "America/Argentina/Buenos_Aires";
const read = (text: string, zone = buenosAires, at = now) => readQuickEntry(text, at, zone);

describe("what a line becomes", () => {
  test.each([
    ["restarted db-2", { does: "entry", kind: "note", body: "restarted db-2", happenedAt: null }],
    ["-12m restarted db-2", { does: "entry", body: "restarted db-2", happenedAt: new Date("2026-01-15T02:58:00Z") }],
    ["-1h30m vuelta atrás", { does: "entry", body: "vuelta atrás", happenedAt: new Date("2026-01-15T01:40:00Z") }],
    ["-90s primer error", { does: "entry", happenedAt: new Date("2026-01-15T03:08:30Z") }],
    ["-2 h corte de red", { does: "entry", body: "corte de red", happenedAt: new Date("2026-01-15T01:10:00Z") }],
    ["00:05 sube la latencia", { does: "entry", happenedAt: new Date("2026-01-15T03:05:00Z") }],
    ["23:55 sube la latencia", { does: "entry", happenedAt: new Date("2026-01-15T02:55:00Z") }],
    ["ayer 14:30 despliegue", { does: "entry", body: "despliegue", happenedAt: new Date("2026-01-14T17:30:00Z") }],
    [
      "hace 12 min reinicié db-2",
      { does: "entry", body: "reinicié db-2", happenedAt: new Date("2026-01-15T02:58:00Z") },
    ],
    ["Hace 1 hora y 30 minutos: corte", { does: "entry", body: "corte", happenedAt: new Date("2026-01-15T01:40:00Z") }],
    [
      "12 min ago restarted db-2",
      { does: "entry", body: "restarted db-2", happenedAt: new Date("2026-01-15T02:58:00Z") },
    ],
    ["2 hours ago deploy", { does: "entry", body: "deploy", happenedAt: new Date("2026-01-15T01:10:00Z") }],
    ["-5 min x", { does: "entry", body: "x", happenedAt: new Date("2026-01-15T03:05:00Z") }],
    ["9:05 pm alerta", { does: "entry", body: "alerta", happenedAt: new Date("2026-01-15T00:05:00Z") }],
    ["hoy 00:01 x", { does: "entry", body: "x", happenedAt: new Date("2026-01-15T03:01:00Z") }],
    ["ayer a las 23:50 x", { does: "entry", body: "x", happenedAt: new Date("2026-01-15T02:50:00Z") }],
    ["Yesterday 23:50 deploy", { does: "entry", body: "deploy", happenedAt: new Date("2026-01-15T02:50:00Z") }],
    ["/status monitoring", { does: "status", to: "monitoring", reason: "", happenedAt: null }],
    ["/estado monitorizando ya responde", { does: "status", to: "monitoring", reason: "ya responde" }],
    ["/Estado Resuelto", { does: "status", to: "resolved" }],
    ["-5m /status resolved", { does: "status", to: "resolved", happenedAt: new Date("2026-01-15T03:05:00Z") }],
    ["/sev 2", { does: "severity", to: "SEV2", reason: "" }],
    ["/sev2 afecta a todos", { does: "severity", to: "SEV2", reason: "afecta a todos" }],
    ["/severidad SEV-1", { does: "severity", to: "SEV1" }],
    ["/update Seguimos trabajando", { does: "entry", kind: "update", body: "Seguimos trabajando" }],
    ["/actualización Ya responde", { does: "entry", kind: "update", body: "Ya responde" }],
    ["/decisión volver a la 1.4", { does: "entry", kind: "decision", body: "volver a la 1.4" }],
    ["/evidence -3m p99 4 s", { does: "entry", kind: "evidence", happenedAt: new Date("2026-01-15T03:07:00Z") }],
    ["/lead me", { does: "role", role: "lead", person: null }],
    ["/líder yo", { does: "role", role: "lead", person: null }],
    ["/lead @ana", { does: "role", role: "lead", person: "ana" }],
    ["/comms @Ana Gómez", { does: "role", role: "communications", person: "Ana Gómez" }],
  ])("%s", (text, expected) => {
    expect(read(text)).toMatchObject({ text, ...expected });
  });

  test.each([
    "/var/log/messages is full",
    "/unknown thing",
    "- 12m as a list",
    "-12 grados",
    "25:00 no",
    "14:05:33 x",
    "13:05 pm x",
    "hace 12 min que no responde",
    "hace un rato reinicié",
    "lunes 10:00 mantenimiento",
    "12 min without answers",
  ])("%s is plain text, word for word", (text) => {
    expect(read(text)).toEqual({ text, does: "entry", kind: "note", body: text, happenedAt: null });
  });

  test.each([
    ["02:00 too early", "future", { time: "02:00" }],
    ["/update 02:00 too early", "future", { time: "02:00" }],
    ["hoy 23:00 too early", "future", { time: "23:00" }],
    ["-5m", "no_text", {}],
    ["/update", "no_text", {}],
    ["/status", "unknown_status", { status: "" }],
    ["/status pizza", "unknown_status", { status: "pizza" }],
    ["/sev 9", "unknown_severity", { severity: "9" }],
    ["/lead", "no_person", {}],
  ])("%s is refused with advice: %s", (text, problem, values) => {
    expect(read(text)).toEqual({ text, does: "nothing", problem, values });
  });
});

describe("clock times", () => {
  test.each([
    ["Europe/Madrid", "04:05 x", "2026-01-15T03:05:00.000Z"],
    ["+05:30", "08:35 x", "2026-01-15T03:05:00.000Z"],
    ["-03:00", "23:59 x", "2026-01-15T02:59:00.000Z"],
    ["Nowhere/Atlantis", "03:05 x", "2026-01-15T03:05:00.000Z"],
  ])("are those of the writer in %s", (zone, text, expected) => {
    expect(read(text, zone)).toMatchObject({ happenedAt: new Date(expected) });
  });

  test("are the later ones in the hour that comes twice", () => {
    const afterBoth = new Date("2026-10-25T02:00:00Z");
    expect(read("02:30 x", "Europe/Madrid", afterBoth)).toMatchObject({ happenedAt: new Date("2026-10-25T01:30:00Z") });
  });

  test("go back twenty-three hours on the day that the clocks went forward", () => {
    const morning = new Date("2026-03-29T06:00:00Z");
    expect(read("ayer 23:50 x", "Europe/Madrid", morning)).toMatchObject({
      happenedAt: new Date("2026-03-28T22:50:00Z"),
    });
  });
});

describe("whatever is typed", () => {
  const typed = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc
      .tuple(
        fc.constantFrom("", "-5m ", "-1h", "23:50 ", "ayer 01:00 ", "99:99 ", "hace 3 min ", "2 h ago ", "hoy 0:00 "),
        fc.constantFrom("", "/sev ", "/status ", "/update ", "/lead ", "/x", "//"),
        fc.string(),
      )
      .map((parts) => parts.join("")),
  );

  test("it never throws, keeps the text, and loses no word of it", () => {
    fc.assert(
      fc.property(typed, fc.constantFrom(buenosAires, "UTC", "+14:00", "nonsense"), (text, zone) => {
        const result = read(text, zone);
        expect(result.text).toBe(text);
        if (result.does === "entry") expect(text.trimEnd().endsWith(result.body)).toBe(true);
        if (result.does === "status" || result.does === "severity") expect(text).toContain(result.reason);
      }),
      { numRuns: 2_000 },
    );
  });

  test("nothing happens in the future", () => {
    fc.assert(
      fc.property(typed, (text) => {
        const result = read(text);
        if (result.does === "nothing" || result.happenedAt === null) return;
        expect(result.happenedAt.getTime()).toBeLessThanOrEqual(now.getTime());
      }),
    );
  });
});
