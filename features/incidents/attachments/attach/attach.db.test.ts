import { v7 } from "uuid";
import { describe, expect } from "vitest";
import type { Ctx } from "@/lib/context";
import { bytesOf } from "@/test/bytes";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { changeStatus } from "../../status/commands";
import { listEntries } from "../../timeline/queries";
import { getAttachment } from "../queries";
import { AttachToIncident } from "../schema";
import { attachToIncident } from "./commands";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const attach = (ctx: Ctx, key: string, more: Record<string, unknown> = {}, bytes: string | Uint8Array = png) =>
  attachToIncident(ctx, AttachToIncident.parse({ key, name: "captura.png", ...more }), bytesOf(bytes));

describe("a file on a timeline", () => {
  test("is an entry with what was typed, at the time given, and comes back as it was", async ({ as }) => {
    const ctx = await as("responder", "Ana Gómez");
    const { key } = await buildIncident(ctx);
    const happenedAt = "2026-01-15T02:55:00.000Z";
    const { attachment, entry } = await attach(ctx, key, { id: v7(), text: "El pico de las 02:55", happenedAt });
    expect(attachment).toMatchObject({ name: "captura.png", mediaType: "image/png", size: png.length, shown: true });
    expect(entry).toMatchObject({
      id: attachment.id,
      kind: "attachment",
      happenedAt,
      actor: { name: "Ana Gómez" },
      body: `El pico de las 02:55\n\n[captura.png](${attachment.url})`,
      data: { event: "attachment", attachment },
    });
    const { stream, headers } = await getAttachment(ctx, { attachmentId: attachment.id });
    expect(Buffer.concat(await stream.toArray())).toEqual(png);
    expect(headers).toMatchObject({ "content-security-policy": "sandbox; default-src 'none'" });
  });

  test("sent twice is one, and the second body is not read", async ({ as }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    const id = v7();
    const first = await Promise.all([attach(ctx, key, { id }), attach(ctx, key, { id })]);
    expect(first.map(({ repeated }) => repeated).sort()).toEqual([false, true]);
    const unread = {
      [Symbol.asyncIterator]: () => {
        throw new Error("read");
      },
    };
    const again = await attachToIncident(ctx, AttachToIncident.parse({ key, id }), unread);
    expect(again).toMatchObject({ repeated: true, attachment: first[0].attachment });
    expect((await listEntries(ctx, { key, after: 0, limit: 100 })).lastSeq).toBe(2);
  });

  test("a page that calls itself a picture is what its bytes say, and is downloaded", async ({ as }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    const { attachment, entry } = await attach(ctx, key, { name: "x](javascript:alert(1)).png" }, "<script>1</script>");
    expect(attachment).toMatchObject({ mediaType: "text/plain; charset=utf-8", shown: false });
    expect(entry.body).toMatch(/^\[x\\\]\(javascriptalert\(1\)\)\.png\]\(\/api\/v1\/attachments\/[0-9a-f-]+\)$/);
    const { headers } = await getAttachment(ctx, { attachmentId: attachment.id });
    expect(headers["content-disposition"]).toMatch(/^attachment;/);
  });

  test("is refused with the reason, and nothing is on the timeline", async ({ as, clock }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx, { kind: "drill" });
    await expect(attach(ctx, key, {}, "")).rejects.toMatchObject({ code: "file_empty" });
    await expect(attach(ctx, key, { text: "AKIAIOSFODNN7EXAMPLQ" })).rejects.toMatchObject({ code: "secret_found" });
    await expect(attach(ctx, key, { happenedAt: "2026-01-16T03:00:00Z" })).rejects.toMatchObject({
      code: "future_time",
    });
    await expect(attach(ctx, "INC-99999")).rejects.toMatchObject({ code: "not_found" });
    await expect(attach(await as("viewer"), key)).rejects.toMatchObject({ code: "forbidden" });
    expect((await listEntries(ctx, { key, after: 0, limit: 100 })).lastSeq).toBe(1);
    clock.advance(60);
    for (const to of ["resolved", "closed"] as const)
      await changeStatus(ctx, { key, to, reason: "fin", override: true });
    clock.advance(60);
    await expect(attach(ctx, key)).rejects.toMatchObject({ code: "incident_closed" });
    expect(await attach(ctx, key, { happenedAt: "2026-01-15T03:00:30Z" })).toMatchObject({ repeated: false });
  });

  test("an id that is another entry's is refused", async ({ as }) => {
    const ctx = await as("responder");
    const [one, two] = [await buildIncident(ctx), await buildIncident(ctx)];
    const id = v7();
    await attach(ctx, one.key, { id });
    await expect(attach(ctx, two.key, { id })).rejects.toMatchObject({ code: "id_reused" });
  });
});
