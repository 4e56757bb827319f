import { readdirSync, readFileSync } from "node:fs";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { fileLimit } from "@/features/incidents/attachments/limits";
import { getAttachment } from "@/features/incidents/attachments/queries";
import { changeStatus } from "@/features/incidents/status/commands";
import { listEntries } from "@/features/incidents/timeline/queries";
import type { Ctx } from "@/lib/context";
import { dataPath } from "@/lib/env";
import { bytesOf } from "@/test/bytes";
import { contentFolder } from "@/test/content";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { getRun } from "../../queries";
import { startRun } from "../../start/commands";
import { actOnStep } from "../../steps/commands";
import { AttachToStep, filesPerStep } from "../schema";
import { withdrawEvidence } from "../withdraw/commands";
import { attachToStep } from "./commands";

const body = `
<Procedure id="down" title="Caída">
<Diagnosis>
<Step id="graph" title="Ver la gráfica" evidence="required" />
</Diagnosis>
</Procedure>`;
const content = contentFolder();
beforeAll(() => content.write("api/emergencias", body));
afterAll(() => content.remove());

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const start = (ctx: Ctx, key?: string) => startRun(ctx, { runbook: "api/emergencias", procedure: "down", key });
const attach = (ctx: Ctx, runId: string, name: string, bytes: string | Uint8Array = png, id = v7()) =>
  attachToStep(ctx, AttachToStep.parse({ runId, stepId: "graph", name, id }), bytesOf(bytes));
const serve = async (ctx: Ctx, attachmentId: string) => {
  const { stream, headers } = await getAttachment(ctx, { attachmentId });
  return { headers, bytes: Buffer.concat(await stream.toArray()) };
};

describe("a file attached to a step", () => {
  test("is on the run and the timeline at once, and comes back as it was", async ({ as, db }) => {
    const ctx = await as("responder", "Ana Gómez");
    const { key } = await buildIncident(ctx);
    const { id: runId, version } = await start(ctx, key);
    const { attachment, run } = await attach(ctx, runId, "captura.png");
    expect(attachment).toMatchObject({ name: "captura.png", mediaType: "image/png", size: png.length, shown: true });
    expect(run.version).toBe(version + 1);
    expect(run.evidence).toMatchObject([
      { stepId: "graph", by: { name: "Ana Gómez" }, file: attachment, withdrawn: null },
    ]);
    const { entries } = await listEntries(ctx, { key, after: 0, limit: 100 });
    expect(entries.at(-1)).toMatchObject({ id: attachment.id, kind: "attachment", data: { attachment } });
    expect(entries.at(-1)?.body).toContain(`[captura.png](${attachment.url})`);
    expect((await serve(ctx, attachment.id)).bytes).toEqual(png);
    expect(await db.attachment.findUnique({ where: { id: attachment.id } })).toMatchObject({ entryId: attachment.id });
  });

  test("is kept once by its SHA-256, whoever sends it under whatever name", async ({ as, db }) => {
    const ctx = await as("responder");
    const { id: runId } = await start(ctx);
    const bytes = `lo mismo ${runId}`;
    const [one, two] = await Promise.all([attach(ctx, runId, "a.txt", bytes), attach(ctx, runId, "b.txt", bytes)]);
    expect(one.attachment.sha256).toBe(two.attachment.sha256);
    const { sha256 } = one.attachment;
    expect(await db.storedFile.count({ where: { sha256 } })).toBe(1);
    expect(readFileSync(dataPath("attachments", sha256.slice(0, 2), sha256.slice(2)), "utf8")).toBe(bytes);
    expect(readdirSync(dataPath("attachments", "incoming"))).toEqual([]);
  });

  test("twice with one id is one attachment, also at the same moment", async ({ as, db }) => {
    const ctx = await as("responder");
    const { id: runId } = await start(ctx);
    const id = v7();
    const both = await Promise.all([attach(ctx, runId, "a.png", png, id), attach(ctx, runId, "a.png", png, id)]);
    expect(both.map(({ repeated }) => repeated).sort()).toEqual([false, true]);
    expect(await attach(ctx, runId, "a.png", png, id)).toMatchObject({ repeated: true, attachment: { id } });
    expect(await db.runEvent.count({ where: { runId, event: "attach" } })).toBe(1);
    const { id: other } = await start(ctx);
    await expect(attach(ctx, other, "a.png", png, id)).rejects.toMatchObject({ code: "id_reused" });
  });

  test("holds the tick of a step that wants evidence, until it is there and not taken back", async ({ as }) => {
    const ctx = await as("responder");
    const { id: runId } = await start(ctx);
    const complete = { runId, stepId: "graph", event: "complete", expectedVersion: 1 } as const;
    await expect(actOnStep(ctx, complete)).rejects.toMatchObject({ code: "evidence_required" });
    const { attachment } = await attach(ctx, runId, "a.png");
    await withdrawEvidence(ctx, { runId, stepId: "graph", evidenceId: attachment.id, reason: "" });
    await expect(actOnStep(ctx, complete)).rejects.toMatchObject({ code: "evidence_required" });
    await attach(ctx, runId, "b.png");
    expect(await actOnStep(ctx, complete)).toMatchObject({ state: "done" });
  });

  test("beyond the number that a step holds is refused before it is read", async ({ as }) => {
    const ctx = await as("responder");
    const { id: runId } = await start(ctx);
    for (let n = 0; n < filesPerStep; n++) await attach(ctx, runId, `${n}.png`);
    const unread = (async function* () {
      yield await Promise.reject(new Error("read"));
    })();
    const one = { runId, stepId: "graph", name: "x", id: v7() };
    await expect(attachToStep(ctx, one, unread)).rejects.toMatchObject({ code: "too_many_files" });
  });

  test("wants a step, bytes, an open incident and a responder", async ({ as, asNobody }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx, { kind: "drill" });
    const { id: runId } = await start(ctx, key);
    await expect(attach(ctx, runId, "a.txt", "")).rejects.toMatchObject({ code: "file_empty" });
    await expect(attach(ctx, v7(), "a.txt")).rejects.toMatchObject({ code: "not_found" });
    await expect(attach(await as("viewer"), runId, "a.png")).rejects.toMatchObject({ code: "forbidden" });
    await expect(attach(asNobody, runId, "a.png")).rejects.toMatchObject({ code: "unauthenticated" });
    await changeStatus(ctx, { key, to: "resolved", override: false });
    await changeStatus(ctx, { key, to: "closed", override: false });
    await expect(attach(ctx, runId, "a.png")).rejects.toMatchObject({ code: "incident_closed" });
  });

  test("that breaks off leaves nothing behind", async ({ as, db }) => {
    const ctx = await as("responder");
    const { id: runId } = await start(ctx);
    const broken = (async function* () {
      yield new Uint8Array(1_000);
      throw new Error("the network is gone");
    })();
    const one = { runId, stepId: "graph", name: "x.bin", id: v7() };
    await expect(attachToStep(ctx, one, broken)).rejects.toThrow("the network is gone");
    expect(readdirSync(dataPath("attachments", "incoming"))).toEqual([]);
    expect(await db.attachment.count({ where: { runId } })).toBe(0);
  });
});

describe("what a file is", () => {
  const html = "<!doctype html><script>alert(1)</script>";
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`;
  test.for([
    ["HTML called .png", "x.png", html, "text/plain; charset=utf-8", "attachment"],
    ["SVG called .png", "x.png", svg, "text/plain; charset=utf-8", "attachment"],
    ["SVG with its declaration", "x.svg", `<?xml version="1.0"?>${svg}`, "application/xml", "attachment"],
    ["a picture called .html", "x.html", png, "image/png", "inline"],
    ["a PDF called .jpg", "x.jpg", "%PDF-1.7\n%âãÏÓ\n", "application/pdf", "attachment"],
    ["bytes of nothing", "x.txt", new Uint8Array([1, 2, 3, 0, 255]), "application/octet-stream", "attachment"],
    ["text", "salida.log", "línea 1\nlínea 2\n", "text/plain; charset=utf-8", "attachment"],
  ] as const)("%s is told from its bytes, and cannot run", async ([, name, bytes, type, how], { as }) => {
    const ctx = await as("responder");
    const { id: runId } = await start(ctx);
    const { attachment } = await attach(ctx, runId, name, typeof bytes === "string" ? bytes : new Uint8Array(bytes));
    const { headers } = await serve(await as("viewer"), attachment.id);
    expect(headers).toMatchObject({
      "content-type": type,
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
      etag: `"${attachment.sha256}"`,
    });
    expect(headers["content-disposition"]).toMatch(new RegExp(`^${how}; filename="`));
  });

  test.for(["../../etc/passwd", "a\u0000b.png", "x\u202Egnp.exe", `${"ñ".repeat(300)}.png`, 'a"b\r\nX-Evil: 1.png'])(
    "the name %j does no harm",
    async (name, { as }) => {
      const ctx = await as("responder");
      const { id: runId } = await start(ctx);
      const { attachment } = await attach(ctx, runId, name);
      expect(attachment.name).not.toMatch(/[/\\\p{Cc}\p{Cf}"]/u);
      expect(attachment.name.length).toBeLessThanOrEqual(150);
      const { headers } = await serve(ctx, attachment.id);
      expect(() => new Headers(headers)).not.toThrow();
    },
  );

  test("is for members only, and not found is not found", async ({ as, asNobody }) => {
    const ctx = await as("responder");
    const { id: runId } = await start(ctx);
    const { attachment } = await attach(ctx, runId, "a.png");
    await expect(serve(asNobody, attachment.id)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(serve(ctx, v7())).rejects.toMatchObject({ code: "not_found" });
    expect((await getRun(await as("viewer"), { runId })).evidence).toHaveLength(1);
    expect(fileLimit).toBe(26_214_400);
  });
});
