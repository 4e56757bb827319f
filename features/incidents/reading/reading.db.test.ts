import { expect } from "vitest";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { appendEntry } from "../timeline/commands";
import { listEntries } from "../timeline/queries";
import { AppendEntry, ListEntries } from "../timeline/schema";
import { markRead } from "./commands";
import { readMark, unreadOf } from "./queries";

test("how far somebody has read never goes back, nor beyond the end, and is each one's own", async ({ as }) => {
  const [ana, luis] = [await as("responder", "Ana"), await as("viewer", "Luis")];
  const { key, id } = await buildIncident(ana);
  for (const body of ["uno", "dos", "tres"]) await appendEntry(ana, AppendEntry.parse({ key, body, kind: "note" }));
  expect(await markRead(luis, { key, seq: 3 })).toEqual({ seq: 3 });
  expect(await markRead(luis, { key, seq: 1 })).toEqual({ seq: 3 });
  expect(await markRead(luis, { key, seq: 900 })).toEqual({ seq: 4 });
  expect(await readMark(luis, id)).toBe(4);
  expect(await readMark(ana, id)).toBeNull();
  expect((await listEntries(ana, ListEntries.parse({ key }))).lastSeq).toBe(4);
});

test("what is new is counted for incidents where one has been", async ({ as }) => {
  const ana = await as("responder", "Ana");
  const [seen, half, never] = [await buildIncident(ana), await buildIncident(ana), await buildIncident(ana)];
  await markRead(ana, { key: seen.key, seq: 1 });
  await markRead(ana, { key: half.key, seq: 1 });
  await appendEntry(ana, AppendEntry.parse({ key: half.key, body: "nuevo", kind: "note" }));
  const now = [seen, { ...half, lastSeq: 2 }, never];
  expect(await unreadOf(ana, now)).toEqual({ [half.id]: 1 });
});

test("a token reads for nobody, and nobody reads nothing", async ({ as, asNobody }) => {
  const ctx = await as("responder");
  const { key, id } = await buildIncident(ctx);
  const token = { ...ctx, actor: { kind: "token", id: null, name: "ci", role: "viewer" } as const };
  expect(await markRead(token, { key, seq: 1 })).toEqual({ seq: 0 });
  expect(await readMark(token, id)).toBeNull();
  await expect(markRead(asNobody, { key, seq: 1 })).rejects.toMatchObject({ code: "unauthenticated" });
  await expect(markRead(ctx, { key: "INC-9999", seq: 1 })).rejects.toMatchObject({ code: "not_found" });
});
