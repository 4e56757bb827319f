import { afterEach, expect, vi } from "vitest";
import { GET } from "@/app/updates/[secret]/route";
import { makeShareLink, revokeShareLink } from "@/features/incidents/share/commands";
import { peerHeader } from "@/lib/auth/client-address";
import { disconnect } from "@/lib/db/client";
import { log } from "@/lib/log";
import { test } from "./database";
import { buildIncident } from "./incident";

afterEach(async () => {
  vi.unstubAllEnvs();
  await disconnect();
});

const ask = (databaseUrl: string, secret: string, peer = "203.0.113.9") => {
  vi.stubEnv("DATABASE_URL", databaseUrl);
  const request = new Request(`http://127.0.0.1:3140/updates/${secret}`, { headers: { [peerHeader]: peer } });
  return GET(request, { params: Promise.resolve({ secret }) });
};
const secretOf = ({ path }: { path: string | null }) => path?.split("/").at(-1) ?? "";

test("a stakeholder's page is for nobody's cache, index or referrer, and runs only its own script", async ({
  as,
  databaseUrl,
}) => {
  const ctx = { ...(await as("responder")), now: () => new Date() };
  const { key } = await buildIncident(ctx);
  const made = await makeShareLink(ctx, { key, title: "Pagos lentos", hours: 1 });
  const answer = await ask(databaseUrl, secretOf(made));
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-robots-tag": expect.stringContaining("noindex"),
    "content-security-policy": expect.stringMatching(/default-src 'none'.*script-src 'sha256-[^' ]+';/),
  });
  const page = await answer.text();
  expect(page).toContain("Pagos lentos");
  expect(page).not.toContain(secretOf(made));
});

test("wrong, expired and revoked are one answer, word for word", async ({ as, databaseUrl }) => {
  const ctx = { ...(await as("responder")), now: () => new Date() };
  const { key } = await buildIncident(ctx);
  const revoked = await makeShareLink(ctx, { key, title: "a", hours: 1 });
  await revokeShareLink(ctx, { key, linkId: revoked.id });
  const before = { ...ctx, now: () => new Date(Date.now() - 7_200_000) };
  const expired = await makeShareLink(before, { key, title: "b", hours: 1 });
  const answers = [];
  for (const secret of [secretOf(revoked), secretOf(expired), "x".repeat(43), "..%2F", ""]) {
    const answer = await ask(databaseUrl, secret);
    answers.push(JSON.stringify([answer.status, [...answer.headers], await answer.text()]));
  }
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toContain("[404,");
});

test("an address that tries many has to wait, others do not", async ({ databaseUrl }) => {
  const statuses = [];
  for (let n = 0; n < 62; n++) statuses.push((await ask(databaseUrl, `wrong-${n}`, "198.51.100.7")).status);
  expect(statuses.filter((status) => status === 404)).toHaveLength(60);
  const refused = await ask(databaseUrl, "wrong", "198.51.100.7");
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await ask(databaseUrl, "wrong", "198.51.100.8")).status).toBe(404);
});

test("a secret in an address does not reach the log", () => {
  const written: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => written.push(String(text)) > 0);
  log.error("a request failed", { method: "GET", url: "/updates/AbC-d_e0123456789012345678901234567890" });
  vi.restoreAllMocks();
  expect(written.join()).toContain("/updates/••••");
  expect(written.join()).not.toContain("AbC-d_e");
});
