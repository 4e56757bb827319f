import { v7 } from "uuid";
import { describe, expect } from "vitest";
import { system } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { appendEntry } from "../timeline/commands";
import { correctEntry, retractEntry } from "../timeline/correct/commands";
import { listEntries } from "../timeline/queries";
import { AppendEntry } from "../timeline/schema";
import { makeShareLink, revokeShareLink } from "./commands";
import { listShareLinks } from "./queries";
import { openShareLink } from "./shown/commands";

const make = (key: string, more = {}) => ({ key, title: "Pagos lentos", hours: 2, ...more });
const secretOf = ({ path }: { path: string | null }) => path?.split("/").at(-1) ?? "";
const reader = (ctx: Ctx): Ctx => ({ ...ctx, actor: system, source: "system" });
const write = (ctx: Ctx, key: string, body: string) => appendEntry(ctx, AppendEntry.parse({ key, body }));
const events = async (ctx: Ctx, key: string) =>
  (await listEntries(ctx, { key, after: 1, limit: 100 })).entries.map(({ data }) => data.event);

describe("a link for stakeholders", () => {
  test("has a secret of 256 bits that is told once and kept as its hash", async ({ as, db }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    const made = await makeShareLink(ctx, make(key, { id: v7() }));
    const secret = secretOf(made);
    expect(Buffer.from(secret, "base64url")).toHaveLength(32);
    expect(await makeShareLink(ctx, make(key, { id: made.id }))).toMatchObject({ id: made.id, path: null });
    const everything = JSON.stringify([
      await db.shareLink.findMany(),
      await db.timelineEntry.findMany(),
      await listShareLinks(ctx, { key }),
    ]);
    expect(everything).toContain(made.title);
    expect(everything).not.toContain(secret);
  });

  test("shows its own title, where it stands and the updates as they stand, and nothing else", async ({ as }) => {
    const ctx = await as("responder", "Ana Gómez");
    const { key } = await buildIncident(ctx, { title: "Cliente Ñandú sin pagos", summary: "secreto interno" });
    await write(ctx, key, "nota interna");
    const wrong = await write(ctx, key, "/update Va a 9 s");
    await correctEntry(ctx, { key, entryId: wrong.id, expectedRevision: 0, body: "Va a 4 s" });
    const gone = await write(ctx, key, "/update Era un error");
    await retractEntry(ctx, { key, entryId: gone.id, reason: "No era" });
    const shown = await openShareLink(reader(ctx), secretOf(await makeShareLink(ctx, make(key))));
    expect(shown).toMatchObject({
      title: "Pagos lentos",
      status: "investigating",
      severity: "SEV2",
      updates: [{ condition: "Va a 4 s", actions: "", needs: "", corrected: true }],
    });
    for (const inner of ["Ñandú", "interna", "interno", "Ana", 'pagos"', key, "9 s", "Era un error"]) {
      expect(JSON.stringify(shown)).not.toContain(inner);
    }
  });

  test("opens nothing once it is revoked or over, nor does another secret", async ({ as, clock }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    const [first, second] = [await makeShareLink(ctx, make(key)), await makeShareLink(ctx, make(key))];
    await revokeShareLink(ctx, { key, linkId: first.id });
    await revokeShareLink(ctx, { key, linkId: first.id });
    expect(await openShareLink(reader(ctx), secretOf(first))).toBeNull();
    expect(await openShareLink(reader(ctx), "x".repeat(43))).toBeNull();
    expect(await openShareLink(reader(ctx), secretOf(second))).not.toBeNull();
    clock.advance(7_200);
    expect(await openShareLink(reader(ctx), secretOf(second))).toBeNull();
    expect((await listShareLinks(ctx, { key })).links.map(({ state }) => state).sort()).toEqual(["expired", "revoked"]);
    expect((await events(ctx, key)).filter((event) => event === "share-link-revoked")).toHaveLength(1);
  });

  test("tells its first opening once, however many look, and when it was last seen", async ({ as, clock }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    const secret = secretOf(await makeShareLink(ctx, make(key)));
    await Promise.all(Array.from({ length: 6 }, () => openShareLink(reader(ctx), secret)));
    clock.advance(30);
    await openShareLink(reader(ctx), secret);
    expect((await listShareLinks(ctx, { key })).links).toMatchObject([{ lastSeenAt: "2026-01-15T03:00:00.000Z" }]);
    clock.advance(60);
    await openShareLink(reader(ctx), secret);
    expect((await listShareLinks(ctx, { key })).links).toMatchObject([{ lastSeenAt: "2026-01-15T03:01:30.000Z" }]);
    expect(await events(ctx, key)).toEqual(["share-link-made", "share-link-opened"]);
  });

  test("is not a viewer's to make, see or revoke", async ({ as }) => {
    const { key } = await buildIncident(await as("responder"));
    const viewer = await as("viewer");
    await expect(makeShareLink(viewer, make(key))).rejects.toMatchObject({ code: "forbidden" });
    await expect(listShareLinks(viewer, { key })).rejects.toMatchObject({ code: "forbidden" });
    await expect(revokeShareLink(viewer, { key, linkId: v7() })).rejects.toMatchObject({ code: "forbidden" });
  });
});
