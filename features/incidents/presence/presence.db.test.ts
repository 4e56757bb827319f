import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, vi } from "vitest";
import type { Ctx } from "@/lib/context";
import { stopListening } from "@/lib/realtime/listener";
import type { Watched } from "@/lib/realtime/notify";
import { test } from "@/test/database";
import { streamReader } from "@/test/stream-reader";
import { attend, keepScreens, moveScreen } from "./commands";
import { followPresence } from "./feed/queries";
import { readPresence } from "./queries";
import type { Presence } from "./schema";

beforeEach<{ databaseUrl: string }>(({ databaseUrl }) => {
  process.env.DATABASE_URL = databaseUrl;
});
afterEach(stopListening);

const topicOf = (): Watched => `run:${randomUUID()}`;
const second = { timeout: 1_000, interval: 10 };

/** Somebody opens a screen. */
async function open(ctx: Ctx, topic: Watched, place = "") {
  const { stream, of } = streamReader();
  await attend(ctx, topic, place, stream);
  const { screen = "" } = (of("here")[0]?.data ?? {}) as { screen?: string };
  return { screen, close: stream.close };
}
const idOf = (ctx: Ctx) => ctx.actor.id as string;

describe("who has something open", () => {
  test("is told to everybody within a second: coming, moving, leaving", async ({ as, db }) => {
    const [ana, luis, topic] = [await as("responder", "Ana"), await as("viewer", "Luis"), topicOf()];
    let told: Presence | null = null;
    const stop = followPresence(db, topic, (presence) => {
      told = presence;
    });
    const [first, other] = [await open(ana, topic, "a"), await open(luis, topic)];
    const both = (places: string[]) => ({
      people: [
        { id: idOf(ana), name: "Ana", places },
        { id: idOf(luis), name: "Luis", places: [] },
      ],
    });
    await vi.waitFor(() => expect(told).toEqual(both(["a"])), second);
    expect(await moveScreen(ana, { screen: first.screen, place: "b" })).toEqual({ moved: true });
    await vi.waitFor(() => expect(told).toEqual(both(["b"])), second);
    first.close();
    await vi.waitFor(() => expect(told?.people.map(({ name }) => name)).toEqual(["Luis"]), second);
    other.close();
    await vi.waitFor(() => expect(told).toEqual({ people: [] }), second);
    stop();
  });

  test("counts somebody with two screens once, until the last is closed", async ({ as, db }) => {
    const [ana, topic] = [await as("responder", "Ana"), topicOf()];
    const screens = [await open(ana, topic, "a"), await open(ana, topic, "b")];
    expect(await readPresence(db, topic)).toEqual({ people: [{ id: idOf(ana), name: "Ana", places: ["b", "a"] }] });
    screens[1]?.close();
    await vi.waitFor(async () => expect((await readPresence(db, topic)).people[0]?.places).toEqual(["a"]), second);
    screens[0]?.close();
  });

  test("leaves out and clears away the screens of a process that was killed", async ({ as, db }) => {
    const [ana, luis, topic] = [await as("responder", "Ana"), await as("responder", "Luis"), topicOf()];
    const [dead, alive] = [await open(ana, topic), await open(luis, topic)];
    await db.$executeRaw`UPDATE presence SET seen_at = seen_at - interval '21 s' WHERE screen = ${dead.screen}::uuid`;
    expect((await readPresence(db, topic)).people.map(({ name }) => name)).toEqual(["Luis"]);
    const beating = { screen: alive.screen, topic, personId: idOf(luis), name: "Luis", place: "" };
    await keepScreens(db, [beating]);
    expect(await db.presence.findMany({ where: { topic }, select: { name: true } })).toEqual([{ name: "Luis" }]);
    for (const { close } of [dead, alive]) close();
  });

  test("comes back with the next sign of life when the database lost it", async ({ as, db }) => {
    const [ana, topic] = [await as("responder", "Ana"), topicOf()];
    const { screen, close } = await open(ana, topic, "a");
    await db.presence.deleteMany();
    await keepScreens(db, [{ screen, topic, personId: idOf(ana), name: "Ana", place: "a" }]);
    expect((await readPresence(db, topic)).people).toHaveLength(1);
    close();
  });

  test("is about people: a token is nobody to meet, and nobody moves somebody else's screen", async ({ as, db }) => {
    const [ana, luis, topic] = [await as("responder", "Ana"), await as("responder", "Luis"), topicOf()];
    const token: Ctx = { ...ana, actor: { kind: "token", id: null, name: "ci", role: "responder" } };
    await open(token, topic);
    expect(await readPresence(db, topic)).toEqual({ people: [] });
    const { screen, close } = await open(ana, topic, "a");
    for (const other of [luis, token])
      expect(await moveScreen(other, { screen, place: "x" })).toEqual({ moved: false });
    expect((await readPresence(db, topic)).people[0]?.places).toEqual(["a"]);
    close();
  });
});
