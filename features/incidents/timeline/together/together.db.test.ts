import { v7 } from "uuid";
import { expect } from "vitest";
import { isAppError } from "@/lib/errors/app-error";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { appendEntry } from "../commands";
import { listEntries } from "../queries";
import { AppendEntry, ListEntries } from "../schema";

test("entries that arrive at once share commits, and what is wrong with one stops none of the others", async ({
  as,
}) => {
  const ctx = await as("responder");
  const { key } = await buildIncident(ctx);
  const other = await buildIncident(ctx);
  const elsewhere = await appendEntry(ctx, AppendEntry.parse({ key: other.key, body: "en otro incidente" }));
  const repeated = v7();
  const bodies = Array.from({ length: 60 }, (_, n) => ({ body: `entrada ${n}` }));
  const send = (entry: object) => appendEntry(ctx, AppendEntry.parse({ key, ...entry })).catch((error) => error);
  const answers = await Promise.all([
    ...bodies.slice(0, 20).map(send),
    send({ id: elsewhere.id, body: "con un id ajeno" }),
    ...bodies.slice(20, 40).map(send),
    send({ id: repeated, body: "una vez" }),
    send({ id: repeated, body: "una vez" }),
    ...bodies.slice(40).map(send),
  ]);
  expect(answers.filter(isAppError).map(({ code }) => code)).toEqual(["id_reused"]);
  expect(answers.filter((answer) => answer.repeated)).toHaveLength(1);
  const { entries } = await listEntries(ctx, ListEntries.parse({ key, limit: 200 }));
  const told = entries.filter(({ body }) => body.startsWith("entrada ") || body === "una vez").map(({ body }) => body);
  expect(told.toSorted()).toEqual([...bodies.map(({ body }) => body), "una vez"].toSorted());
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
});

test("sixty entries at once cost a handful of commits", async ({ as, db }) => {
  const ctx = await as("responder");
  const { key, id } = await buildIncident(ctx);
  await Promise.all(
    Array.from({ length: 60 }, (_, n) => appendEntry(ctx, AppendEntry.parse({ key, body: `entrada ${n}` }))),
  );
  const rows = await db.$queryRaw<{ commits: bigint }[]>`
    SELECT count(DISTINCT xmin::text) AS commits FROM timeline_entry WHERE incident_id = ${id}::uuid`;
  expect(Number(rows[0]?.commits)).toBeLessThan(10);
});
