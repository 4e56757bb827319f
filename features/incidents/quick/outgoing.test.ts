import { expect, test } from "vitest";
import { outgoing } from "./outgoing";
import { readQuickEntry } from "./quick-grammar";

const now = new Date("2026-01-15T03:10:00.000Z");

test.each([
  ["-12m reinicié db-2", { kind: "note", body: "reinicié db-2", happenedAt: "2026-01-15T02:58:00.000Z" }],
  ["nada raro", { kind: "note", body: "nada raro" }],
  ["-5m /estado monitorizando ya va", { body: "/status monitoring ya va", happenedAt: "2026-01-15T03:05:00.000Z" }],
  ["/sev2", { body: "/sev SEV2" }],
  ["/líder yo", { body: "/lead me" }],
  ["/comms @Ana Gómez", { body: "/communications @Ana Gómez" }],
])("%s means the same when it arrives an hour later", (text, expected) => {
  const read = readQuickEntry(text, now, "UTC");
  if (read.does === "nothing") throw new Error(read.problem);
  const sent = outgoing(read, "id", now);
  expect(sent).toEqual({ id: "id", writtenAt: now.toISOString(), ...expected });
  if (sent.kind) return;
  const later = readQuickEntry(sent.body, new Date(now.getTime() + 3_600_000), "UTC");
  expect({ ...later, text: "", happenedAt: null }).toEqual({ ...read, text: "", happenedAt: null });
});
