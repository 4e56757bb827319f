import { readdirSync } from "node:fs";
import { afterAll, beforeAll, expect, vi } from "vitest";
import { GET as serve } from "@/app/api/v1/attachments/[attachmentId]/route";
import { POST as upload } from "@/app/api/v1/runs/[runId]/steps/[stepId]/attachments/route";
import { POST as record } from "@/app/api/v1/runs/[runId]/steps/[stepId]/evidence/route";
import { fileLimit } from "@/features/incidents/attachments/limits";
import { dataPath } from "@/lib/env";
import { accessWorld, tokenHeaders } from "./access-world";
import { type ContentRepository, contentRepository } from "./content-repository";
import { test } from "./database";

let content: ContentRepository;
beforeAll(() => {
  content = contentRepository("own");
});
afterAll(() => {
  content.remove();
  vi.unstubAllEnvs();
});

const address = (runId: string, what: string) => `http://127.0.0.1/api/v1/runs/${runId}/steps/ver-logs/${what}`;
const at = (runId: string) => ({ params: Promise.resolve({ runId, stepId: "ver-logs" }) });
const megabyte = new Uint8Array(1_048_576).fill(65);

/** A body of so many megabytes that counts how much of it is read. */
function megabytes(count: number) {
  const read = { pieces: 0 };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (read.pieces === count) return controller.close();
      read.pieces += 1;
      controller.enqueue(megabyte);
    },
  });
  return { body, read };
}

const post = (url: string, headers: HeadersInit, body: BodyInit) =>
  new Request(url, { method: "POST", headers, body, duplex: "half" } as RequestInit);

test("a file of 25 MB is taken, and one byte more is refused with the reason", async ({ db, as, databaseUrl }) => {
  vi.stubEnv("DATABASE_URL", databaseUrl);
  const headers = await tokenHeaders(db, "responder");
  const runId = await accessWorld(db, as).run();
  const taken = await upload(
    post(`${address(runId, "attachments")}?name=a.log`, headers, megabytes(25).body),
    at(runId),
  );
  expect(taken.status).toBe(201);
  const { attachment } = (await taken.json()) as { attachment: { id: string; size: number } };
  expect(attachment.size).toBe(fileLimit);
  const over = new Uint8Array(fileLimit + 1);
  const refused = await upload(post(address(runId, "attachments"), headers, over), at(runId));
  expect(refused.status).toBe(413);
  expect(await refused.json()).toMatchObject({ code: "file_too_large", details: { limit: fileLimit } });
  const file = await serve(new Request("http://127.0.0.1/", { headers: await tokenHeaders(db, "viewer") }), {
    params: Promise.resolve({ attachmentId: attachment.id }),
  });
  expect((await file.arrayBuffer()).byteLength).toBe(fileLimit);
  const again = await serve(
    new Request("http://127.0.0.1/", {
      headers: { ...(await tokenHeaders(db, "viewer")), "if-none-match": String(file.headers.get("etag")) },
    }),
    { params: Promise.resolve({ attachmentId: attachment.id }) },
  );
  expect(again.status).toBe(304);
});

test("a body that says nothing of its size is cut off at the limit, and nothing of it stays", async ({
  db,
  as,
  databaseUrl,
}) => {
  vi.stubEnv("DATABASE_URL", databaseUrl);
  const headers = await tokenHeaders(db, "responder");
  const runId = await accessWorld(db, as).run();
  const { body, read } = megabytes(200);
  const refused = await upload(post(address(runId, "attachments"), headers, body), at(runId));
  expect(refused.status).toBe(413);
  expect(read.pieces).toBeLessThan(30);
  expect(readdirSync(dataPath("attachments", "incoming"))).toEqual([]);
});

test("an announced size beyond the limit is refused unread", async ({ db, as, databaseUrl }) => {
  vi.stubEnv("DATABASE_URL", databaseUrl);
  const headers = { ...(await tokenHeaders(db, "responder")), "content-length": String(fileLimit + 1) };
  const runId = await accessWorld(db, as).run();
  const { body, read } = megabytes(200);
  expect((await upload(post(address(runId, "attachments"), headers, body), at(runId))).status).toBe(413);
  expect(read.pieces).toBeLessThan(3);
});

test("output can be piped in as plain text", async ({ db, as, databaseUrl }) => {
  vi.stubEnv("DATABASE_URL", databaseUrl);
  const headers = { ...(await tokenHeaders(db, "responder")), "content-type": "text/plain" };
  const runId = await accessWorld(db, as).run();
  const answer = await record(post(address(runId, "evidence"), headers, 'línea "1"\n'), at(runId));
  expect(answer.status).toBe(201);
  const { run } = (await answer.json()) as { run: { evidence: { output: { text: string } }[] } };
  expect(run.evidence[0]?.output.text).toBe('línea "1"\n');
  const secret = post(`${address(runId, "evidence")}?secrets=mask`, headers, "https://u:hunter2@h");
  expect(await (await record(secret, at(runId))).text()).toContain("https://u:••••••@h");
});
