import { createHmac } from "node:crypto";
import { afterEach, expect, vi } from "vitest";
import { POST } from "@/app/api/v1/content-remote/webhook/route";
import { peerHeader } from "@/lib/auth/client-address";
import { disconnect } from "@/lib/db/client";
import { stopListening, subscribe } from "@/lib/realtime/listener";
import { test } from "./database";

const secret = "un secreto bastante largo";
const push = '{"ref":"refs/heads/main"}';

afterEach(async () => {
  vi.unstubAllEnvs();
  await stopListening();
  await disconnect();
});

type Call = { body?: string; signature?: string; peer?: string };
const call = ({ body = push, signature = sign(body), peer = "203.0.113.9" }: Call = {}) =>
  POST(
    new Request("http://127.0.0.1:3140/api/v1/content-remote/webhook", {
      method: "POST",
      body,
      headers: { "x-hub-signature-256": signature, [peerHeader]: peer },
    }),
  );
const sign = (body: string, key = secret) => `sha256=${createHmac("sha256", key).update(body).digest("hex")}`;

function portal(databaseUrl: string) {
  vi.stubEnv("DATABASE_URL", databaseUrl);
  vi.stubEnv("CONTENT_WEBHOOK_SECRET", secret);
}

test("a signed call makes every instance look at the remote", async ({ databaseUrl }) => {
  portal(databaseUrl);
  const looked = vi.fn();
  await subscribe("content", looked).ready;
  expect((await call()).status).toBe(202);
  await expect.poll(() => looked.mock.calls.length).toBe(1);
});

test("nobody else makes it do anything, and whoever keeps trying has to wait", async ({ databaseUrl }) => {
  portal(databaseUrl);
  const looked = vi.fn();
  await subscribe("content", looked).ready;
  const statuses = [];
  for (let n = 0; n < 62; n += 1) {
    statuses.push((await call({ signature: sign(push, `guess-${n}`), peer: "198.51.100.7" })).status);
  }
  expect(new Set(statuses.slice(0, 60))).toEqual(new Set([401]));
  expect(statuses.at(-1)).toBe(429);
  expect((await call()).status).toBe(202);
  await expect.poll(() => looked.mock.calls.length).toBe(1);
});

test("without a secret it is closed, also to an empty one", async ({ databaseUrl }) => {
  portal(databaseUrl);
  vi.stubEnv("CONTENT_WEBHOOK_SECRET", "");
  expect((await call()).status).toBe(401);
  expect((await call({ signature: sign(push, "") })).status).toBe(401);
});

test("a call that is too large is refused before it is weighed", async ({ databaseUrl }) => {
  portal(databaseUrl);
  const body = "x".repeat(5_000_001);
  expect((await call({ body })).status).toBe(413);
});
