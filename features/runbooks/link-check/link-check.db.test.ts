import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, vi } from "vitest";
import { type ContentRepository, contentRepository, runbook } from "@/test/content-repository";
import { test } from "@/test/database";
import { runDueJobs } from "@/test/jobs";
import { lookAgain } from "../library/queries";
import { listWorklist } from "../worklist/queries";
import { ListWorklist } from "../worklist/schema";
import { scheduleLinkCheck } from "./commands";
import { listLinkChecks } from "./queries";

let repo: ContentRepository;
let server: Server;
let url: string;
let asked: string[];
let gone: boolean;

// A site on this machine; nothing here asks the internet.
beforeEach(async () => {
  repo = contentRepository("own");
  [asked, gone] = [[], false];
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(gone ? 404 : 200).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  vi.stubEnv("LINK_CHECK_PRIVATE", "on");
});
afterEach(() => {
  server.close();
  vi.unstubAllEnvs();
  repo.remove();
});

async function write(...links: string[]) {
  const text = links.map((one) => `[x](${one})`).join("\n");
  repo.write("runbooks/api/emergencias.mdx", runbook("Emergencias", "api", `${text}\n`));
  await lookAgain();
}
const first = { limit: 50 };
const day = 86_400;

describe("the job that checks external links", () => {
  test("asks for each address once a day, whatever the instances and the places in which it stands", async ({
    as,
    db,
    databaseUrl,
    clock,
  }) => {
    const ctx = await as("editor");
    await write(`${url}/a#one`, `${url}/a#two`, `${url}/b`, "mailto:a@example.org", "/runbooks/api/emergencias");
    await scheduleLinkCheck(ctx);
    await runDueJobs({ db, databaseUrl, clock });
    expect(asked.sort()).toEqual(["HEAD /a", "HEAD /b"]);
    expect((await listLinkChecks(ctx, first)).counts).toMatchObject({ ok: 2, unknown: 0 });
    clock.advance(3_600);
    await runDueJobs({ db, databaseUrl, clock });
    expect(asked).toHaveLength(2);
    clock.advance(day);
    await runDueJobs({ db, databaseUrl, clock });
    expect(asked).toHaveLength(4);
    await write(`${url}/b`);
    clock.advance(3_600);
    await runDueJobs({ db, databaseUrl, clock });
    expect((await listLinkChecks(ctx, first)).links.map((one) => one.url)).toEqual([`${url}/b`]);
  });

  test("tells the owner only after days of failures, and no more once it answers", async ({
    as,
    db,
    databaseUrl,
    clock,
  }) => {
    const ctx = await as("editor");
    await write(`${url}/c`);
    await scheduleLinkCheck(ctx);
    gone = true;
    const told = async () => {
      await runDueJobs({ db, databaseUrl, clock });
      const { items } = await listWorklist(ctx, ListWorklist.parse({ kind: "external-link" }));
      return items.map(({ values, line }) => [values.url, values.status, line]);
    };
    expect(await told()).toEqual([]);
    clock.advance(day + 3_600);
    expect(await told()).toEqual([]);
    clock.advance(2 * day + 3_600);
    expect(await told()).toEqual([[`${url}/c`, "404", 29]]);
    expect((await listLinkChecks(ctx, first)).links).toMatchObject([{ state: "broken", failures: 3, why: "status" }]);
    gone = false;
    clock.advance(5 * day);
    expect(await told()).toEqual([]);
  });

  test("does not ask for private addresses unless told to, and says so instead of calling them broken", async ({
    as,
    db,
    databaseUrl,
    clock,
  }) => {
    vi.stubEnv("LINK_CHECK_PRIVATE", "off");
    const ctx = await as("editor");
    await write(`${url}/d`, "http://10.0.0.1/grafana", url.replace("http://", "http://ana:secret@"));
    await scheduleLinkCheck(ctx);
    await runDueJobs({ db, databaseUrl, clock });
    expect(asked).toEqual([]);
    expect((await listLinkChecks(ctx, first)).counts).toMatchObject({ private: 2, refused: 1, broken: 0, failing: 0 });
  });

  test("asks for nothing where it is switched off", async ({ as, db, databaseUrl, clock }) => {
    vi.stubEnv("LINK_CHECK", "off");
    const ctx = await as("editor");
    await write(`${url}/e`);
    await scheduleLinkCheck(ctx);
    await runDueJobs({ db, databaseUrl, clock });
    expect(asked).toEqual([]);
    expect((await listLinkChecks(ctx, first)).on).toBe(false);
  });

  test("asks for many addresses in rounds, and for all of them", async ({ as, db, databaseUrl, clock }) => {
    const ctx = await as("editor");
    await write(...Array.from({ length: 150 }, (_, n) => `${url}/many/${n}`));
    await scheduleLinkCheck(ctx);
    await runDueJobs({ db, databaseUrl, clock });
    expect(new Set(asked).size).toBe(150);
    expect(asked).toHaveLength(150);
  });
});
