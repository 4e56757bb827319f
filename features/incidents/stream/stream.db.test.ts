import pg from "pg";
import { afterEach, describe, expect, vi } from "vitest";
import type { EventStream, StreamEvent } from "@/lib/realtime/event-stream";
import { stopListening } from "@/lib/realtime/listener";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { appendEntry } from "../timeline/commands";
import { correctEntry, retractEntry } from "../timeline/correct/commands";
import { AppendEntry } from "../timeline/schema";
import { incidentToFollow, streamIncident } from "./queries";

const sent = (key: string, body: string) => AppendEntry.parse({ key, body });

/** A reader that keeps what it is sent. */
function reader() {
  const events: StreamEvent[] = [];
  const ended = new AbortController();
  const stream: EventStream = {
    send: (event) => events.push(event),
    drained: async () => {},
    close: () => ended.abort(),
    signal: ended.signal,
  };
  const ids = () => events.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const last = (name: string) => events.findLast(({ event }) => event === name)?.data;
  return { stream, events, ids, last };
}

const upTo = (n: number, from = 1) => Array.from({ length: n - from + 1 }, (_, i) => i + from);
const soon = { timeout: 5_000, interval: 20 };

afterEach(stopListening);

describe("following an incident", () => {
  test("sends what was and what comes, once each and in order, whoever writes meanwhile", async ({
    as,
    db,
    databaseUrl,
  }) => {
    process.env.DATABASE_URL = databaseUrl;
    const ctx = await as("responder");
    const { key, id } = await buildIncident(ctx);
    const write = async (n: number) => {
      for (let i = 0; i < n; i++) await appendEntry(ctx, sent(key, `entrada ${i}`));
    };
    const writing = Promise.all([write(40), write(40), write(40)]);
    const readers = upTo(5).map(() => reader());
    for (const { stream } of readers) await streamIncident(ctx, id, 0, stream);
    await writing;
    const { lastSeq } = await db.incident.findUniqueOrThrow({ where: { id } });
    await vi.waitFor(() => {
      for (const { ids } of readers) expect(ids()).toEqual(upTo(lastSeq));
    }, soon);
    for (const { stream } of readers) stream.close();
  });

  test("goes on after the number that a reader saw, and tells of what changed below it", async ({
    as,
    databaseUrl,
  }) => {
    process.env.DATABASE_URL = databaseUrl;
    const ctx = await as("responder");
    const { key, id } = await buildIncident(ctx);
    const first = await appendEntry(ctx, sent(key, "mal escrito"));
    await appendEntry(ctx, sent(key, "tres"));
    await correctEntry(ctx, { key, entryId: first.id, expectedRevision: 0, body: "bien escrito" });
    await appendEntry(ctx, sent(key, "cuatro"));
    const { stream, ids, last } = reader();
    await streamIncident(ctx, id, 3, stream);
    expect(ids()).toEqual([4]);
    expect(last("entry-changed")).toMatchObject({ seq: 2, body: "bien escrito", revision: 1 });
    await retractEntry(ctx, { key, entryId: first.id, reason: "era otro servicio" });
    await vi.waitFor(
      () => expect(last("entry-changed")).toMatchObject({ retracted: { reason: "era otro servicio" } }),
      soon,
    );
    stream.close();
  });

  test("sends the state when it changes", async ({ as, databaseUrl }) => {
    process.env.DATABASE_URL = databaseUrl;
    const ctx = await as("responder");
    const { key, id } = await buildIncident(ctx);
    const { stream, last } = reader();
    await streamIncident(ctx, id, 1, stream);
    expect(last("incident")).toMatchObject({ severity: "SEV2" });
    await appendEntry(ctx, sent(key, "/sev 1"));
    await vi.waitFor(() => expect(last("incident")).toMatchObject({ severity: "SEV1", lastSeq: 2 }), soon);
    stream.close();
  });

  test("misses nothing when its connection to the database is cut", async ({ as, databaseUrl }) => {
    process.env.DATABASE_URL = databaseUrl;
    const ctx = await as("responder");
    const { key, id } = await buildIncident(ctx);
    const { stream, ids } = reader();
    await streamIncident(ctx, id, 0, stream);
    await cutListeners(databaseUrl);
    await appendEntry(ctx, sent(key, "mientras no se escuchaba"));
    await vi.waitFor(() => expect(ids()).toEqual([1, 2]), soon);
    await appendEntry(ctx, sent(key, "y después"));
    await vi.waitFor(() => expect(ids()).toEqual([1, 2, 3]), soon);
    stream.close();
  });

  test("is for members, and hides what there is not", async ({ as, asNobody }) => {
    const { key } = await buildIncident(await as("responder"));
    await expect(incidentToFollow(asNobody, key)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(incidentToFollow(await as("viewer"), "INC-999999")).rejects.toMatchObject({ code: "not_found" });
  });
});

async function cutListeners(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()",
  );
  await client.end();
  expect(rows).not.toHaveLength(0);
}
