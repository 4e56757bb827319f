import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { encodeSession } from "@/lib/auth/session-token";
import { httpBrowser } from "./http-browser";
import { oidcProvider } from "./oidc-provider";
import { contentCopy, type PortalProcess, spawnPortal, temporaryFolder, untilReady } from "./portal-process";

const admin = { ADMIN_EMAIL: "ana@example.org", ADMIN_PASSWORD: "una contraseña muy larga" };
const client = { id: "bitacora", secret: "the client's secret" };
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let provider: Awaited<ReturnType<typeof oidcProvider>>;
let portal: PortalProcess;

beforeAll(async () => {
  folder = await temporaryFolder("bitacora-identity-");
  provider = await oidcProvider(client);
  portal = await untilReady(
    await spawnPortal({
      dataDir: `${folder.dir}/data`,
      env: {
        CONTENT_DIR: await contentCopy(folder.dir),
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: client.id,
        OIDC_CLIENT_SECRET: client.secret,
        OIDC_DEFAULT_ROLE: "responder",
        ...admin,
      },
    }),
  );
});
afterAll(async () => {
  await portal?.kill();
  await provider?.close();
  await folder?.remove();
});

/** Goes to the provider and comes back. @returns where the portal then leads */
async function throughProvider(browser: ReturnType<typeof httpBrowser>): Promise<string> {
  const there = await browser.toProvider();
  const back = (await fetch(there, { redirect: "manual" })).headers.get("location") ?? "";
  return (await browser.ask(back)).headers.get("location") ?? "";
}

describe("an identity provider", () => {
  test("lets somebody new in with the role that new people get", async () => {
    provider.state.who = { sub: "luz", email: "luz@example.org", email_verified: true, name: "Luz" };
    const browser = httpBrowser(portal.url);
    const address = new URL(await browser.toProvider());
    expect(Object.keys(Object.fromEntries(address.searchParams))).toEqual(
      expect.arrayContaining(["state", "nonce", "code_challenge"]),
    );
    expect(await throughProvider(browser)).toBe(`${portal.url}/account`);
    expect(await browser.whoami()).toMatchObject({ kind: "person", name: "Luz", role: "responder" });
  });

  test("is the administrator only where it vouches for the e-mail", async () => {
    provider.state.who = { sub: "mallory", email: admin.ADMIN_EMAIL, email_verified: false, name: "Mallory" };
    const stranger = httpBrowser(portal.url);
    await throughProvider(stranger);
    expect(await stranger.whoami()).toMatchObject({ name: "Mallory", role: "responder" });
    provider.state.who = { sub: "ana", email: admin.ADMIN_EMAIL, email_verified: true, name: "Ana" };
    const ana = httpBrowser(portal.url);
    await throughProvider(ana);
    expect(await ana.whoami()).toMatchObject({ role: "admin" });
  });

  test.each<[string, (token: Record<string, unknown>) => Record<string, unknown>]>([
    ["of another sign-in", (token) => ({ ...token, nonce: "replayed" })],
    ["for another client", (token) => ({ ...token, aud: "somebody-else" })],
    ["of another issuer", (token) => ({ ...token, iss: "https://evil.example" })],
    ["that has expired", (token) => ({ ...token, exp: 1 })],
  ])("is not believed with a token %s", async (_, tamper) => {
    provider.state.who = { sub: "luz", email: "luz@example.org", email_verified: true };
    provider.state.tamper = tamper;
    onTestFinished(() => {
      provider.state.tamper = (token) => token;
    });
    const browser = httpBrowser(portal.url);
    expect(await throughProvider(browser)).toContain("error=OAuthCallback");
    expect(await browser.whoami()).toMatchObject({ code: "unauthenticated" });
  });

  test("cannot be finished by somebody else's browser", async () => {
    const attacker = httpBrowser(portal.url);
    const back = (await fetch(await attacker.toProvider(), { redirect: "manual" })).headers.get("location") ?? "";
    const victim = httpBrowser(portal.url);
    expect((await victim.ask(back)).headers.get("location")).toContain("error=");
    expect(await victim.whoami()).toMatchObject({ code: "unauthenticated" });
  });
});

test("a forged x-forwarded-for does not give a guesser another address", async () => {
  const guess = async (i: number) => {
    const browser = httpBrowser(portal.url);
    const csrf = (await (await browser.ask("/api/auth/csrf")).json()).csrfToken;
    const form = { email: "guessed@example.org", password: `guess ${i}`, csrfToken: csrf, json: "true" };
    const headers = { "x-forwarded-for": `198.51.100.${i}`, "x-bitacora-peer": `198.51.100.${i}` };
    return (await (await browser.ask("/api/auth/callback/password", { form, headers })).json()).url as string;
  };
  const outcomes = await Promise.all(Array.from({ length: 12 }, (_, i) => guess(i)));
  expect(outcomes.filter((url) => url.includes("error=rate_limited"))).toHaveLength(2);
});

test("npm run token prints a token beside the running portal, alone on the last line, and no log ever holds it", async () => {
  const env = { ...process.env, DATA_DIR: `${folder.dir}/data`, DATABASE_URL: "" };
  const args = ["run", "token", "--", "--name", "ci", "--role", "responder"];
  const { stdout } = await promisify(execFile)("npm", args, { env });
  const token = stdout.trimEnd().split("\n").at(-1) ?? "";
  expect(token).toMatch(/^bit_[\w-]{43}$/);
  const ask = (bearer: string) => fetch(`${portal.url}/api/v1/me`, { headers: { authorization: `Bearer ${bearer}` } });
  expect(await (await ask(token)).json()).toMatchObject({ kind: "token", name: "ci", role: "responder" });
  await fetch(`${portal.url}/api/v1/incidents/INC-1?token=${token}`, { method: "POST", body: token });
  for (const secret of [token, client.secret, admin.ADMIN_PASSWORD]) expect(portal.output()).not.toContain(secret);
});

test("without the database a session still reads, and the door says that it cannot check now", async () => {
  const secret = "a secret that only this test knows, of some length";
  const nowhere = "postgresql://postgres@127.0.0.1:1/nothing";
  const { dir, remove } = await temporaryFolder("bitacora-away-");
  const away = await untilReady(
    await spawnPortal({
      dataDir: `${dir}/data`,
      env: {
        CONTENT_DIR: `${folder.dir}/content`,
        DATABASE_URL: nowhere,
        NEXTAUTH_SECRET: secret,
        READ_ACCESS: "members",
      },
    }),
  );
  onTestFinished(async () => {
    await away.kill();
    await remove();
  });
  const browser = httpBrowser(away.url);
  expect(await browser.signIn("ana@example.org", "whatever")).toContain("error=database_unavailable");
  expect((await browser.ask("/api/v1/runbooks")).status).toBe(401);
  process.env.NEXTAUTH_SECRET = secret;
  const claims = {
    sub: "00000000-0000-7000-8000-00000000000a",
    name: "Ana",
    role: "viewer",
    sessionVersion: 1,
  } as const;
  browser.jar.set("next-auth.session-token", await encodeSession(claims));
  expect(await browser.whoami()).toMatchObject({ name: "Ana", role: "viewer" });
  expect((await browser.ask("/api/v1/runbooks")).status).toBe(200);
  expect((await browser.ask("/account")).status).toBe(200);
});
