/// <reference types="vite/client" />
import { afterAll, afterEach, beforeAll, describe, expect, vi } from "vitest";
import { contracts } from "@/app/api/v1/contracts";
import type { Contract } from "@/lib/http/contract";
import { stopListening } from "@/lib/realtime/listener";
import { actions, operations, type Sample } from "./access-samples";
import { everyone, handlers, mayEnter, pages, type Who } from "./access-table";
import { accessWorld, sessionHeaders, tokenHeaders } from "./access-world";
import { type ContentRepository, contentRepository } from "./content-repository";
import { test } from "./database";

const browser = vi.hoisted(() => ({ headers: {} as Record<string, string> }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers(browser.headers),
  cookies: async () => ({ get: () => undefined, set: () => {}, delete: () => {} }),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => {}, revalidateTag: () => {} }));

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const routeFiles = import.meta.glob<Record<string, Handler>>("../app/**/route.ts");
const pageFiles = import.meta.glob("../app/**/page.tsx");
const actionFiles = import.meta.glob<Record<string, (input: unknown) => Promise<unknown>>>("../features/**/actions.ts");
const contractFiles = import.meta.glob<Record<string, unknown>>("../features/**/api.ts");

const address = (file: string) => file.replace(/^\.\.\/app/, "").replace(/\/(page\.tsx|route\.ts)$/, "") || "/";
const fileOf = ({ path }: Contract) => `../app${path.replaceAll("{", "[").replaceAll("}", "]")}/route.ts`;
const nameOf = ({ method, path }: Contract) => `${method} ${path}`;

let content: ContentRepository;
beforeAll(() => {
  content = contentRepository("own");
});
afterAll(async () => {
  await stopListening();
  content.remove();
});
afterEach(() => vi.unstubAllEnvs());

function asPortal(databaseUrl: string, more: Record<string, string> = {}) {
  const settings = {
    DATABASE_URL: databaseUrl,
    NEXTAUTH_SECRET: "of this test",
    NEXTAUTH_URL: "http://127.0.0.1:3140",
  };
  for (const [name, value] of Object.entries({ ...settings, ...more })) vi.stubEnv(name, value);
}

describe("the access table", () => {
  test("names every page and no other", () => {
    expect(Object.keys(pages).sort()).toEqual(Object.keys(pageFiles).map(address).sort());
  });

  test("names every method of every route handler: by its contract, or as open with a reason", async () => {
    const found: string[] = [];
    for (const [file, load] of Object.entries(routeFiles)) {
      const offered = Object.keys(await load()).filter((name) => methods.includes(name));
      found.push(...offered.map((method) => `${method} ${address(file)}`));
    }
    const open = Object.entries(handlers).flatMap(([path, one]) => one.methods.map((method) => `${method} ${path}`));
    const bound = contracts.map((contract) => `${contract.method} ${address(fileOf(contract))}`);
    expect(found.sort()).toEqual([...open, ...bound].sort());
  });

  test("has a call for every operation, and every contract is in the document", async () => {
    const exported: string[] = [];
    for (const load of Object.values(contractFiles)) {
      exported.push(
        ...Object.values(await load())
          .filter(isContract)
          .map(nameOf),
      );
    }
    expect(contracts.map(nameOf).sort()).toEqual([...new Set(exported)].sort());
    expect(Object.keys(operations).sort()).toEqual(contracts.map(nameOf).sort());
  });

  test("names every server action and no other", async () => {
    const exported: string[] = [];
    for (const [file, load] of Object.entries(actionFiles)) {
      exported.push(...Object.keys(await load()).map((name) => `${featureOf(file)} ${name}`));
    }
    expect(Object.keys(actions).sort()).toEqual(exported.sort());
  });
});

const isContract = (value: unknown): value is Contract =>
  typeof value === "object" && value !== null && "method" in value && "access" in value;
const featureOf = (file: string) => file.replace("../features/", "").replace("/actions.ts", "");

/** What somebody gets: in, or why not. Whatever happens to those who are let in, it must not be the server's fault. */
const verdict = (status: number, code?: string) =>
  status === 401 ? "unauthenticated" : status === 403 ? "forbidden" : status < 500 ? "in" : `${status} ${code}`;
const expected = (who: Who, least: Who) =>
  mayEnter(who, least) ? "in" : who === "nobody" ? "unauthenticated" : "forbidden";

describe.for(["a session", "a token"] as const)("through %s", (means) => {
  test.for(contracts.map((contract) => [nameOf(contract), contract] as const))(
    "%s lets in whom it should",
    async ([name, contract], { db, as, databaseUrl }) => {
      asPortal(databaseUrl);
      const sample = operations[name] as Sample;
      const least = sample.least ?? (contract.access === "read" ? "nobody" : contract.access);
      const got: Record<string, string> = {};
      for (const who of everyone) {
        const headers = means === "a token" ? await tokenHeaders(db, who) : await sessionHeaders(as, who);
        const response = await callOperation(contract, (await sample.input?.(accessWorld(db, as))) ?? {}, headers);
        got[who] = verdict(response.status, response.headers.get("content-type") ?? "");
        await response.body?.cancel();
      }
      const closed = sample.personsOnly && means === "a token";
      const wanted = everyone.map((who) => [who, closed && who !== "nobody" ? "forbidden" : expected(who, least)]);
      expect(got).toEqual(Object.fromEntries(wanted));
    },
  );
});

test.for(contracts.filter(({ access }) => access === "read").map((contract) => [nameOf(contract), contract] as const))(
  "%s is for members where READ_ACCESS says so",
  async ([name, contract], { db, as, databaseUrl }) => {
    asPortal(databaseUrl, { READ_ACCESS: "members" });
    const input = (await operations[name]?.input?.(accessWorld(db, as))) ?? {};
    const statuses = [];
    for (const who of ["nobody", "viewer"] as const) {
      statuses.push(verdict((await callOperation(contract, input, await sessionHeaders(as, who))).status));
    }
    expect(statuses).toEqual(["unauthenticated", "in"]);
  },
);

test.for(Object.entries(actions))(
  "the action %s lets in whom it should",
  async ([name, sample], { db, as, databaseUrl }) => {
    asPortal(databaseUrl);
    const [feature = "", action = ""] = name.split(" ");
    const call = (await actionFiles[`../features/${feature}/actions.ts`]?.())?.[action];
    const got: Record<string, string> = {};
    for (const who of everyone) {
      browser.headers = await sessionHeaders(as, who);
      const result = (await call?.(await sample.input?.(accessWorld(db, as)))) as { ok: boolean; code?: string };
      got[who] =
        result.ok || !["unauthenticated", "forbidden"].includes(result.code ?? "") ? "in" : (result.code ?? "");
    }
    expect(got).toEqual(Object.fromEntries(everyone.map((who) => [who, expected(who, sample.least)])));
  },
);

async function callOperation(contract: Contract, input: unknown, headers: Record<string, string>): Promise<Response> {
  const fields = input as Record<string, unknown>;
  const named = [...contract.path.matchAll(/\{(\w+)\}/g)].map(([, field]) => field as string);
  const params = Object.fromEntries(named.map((field) => [field, String(fields[field])]));
  const rest = Object.fromEntries(Object.entries(fields).filter(([field]) => !named.includes(field)));
  const inQuery = contract.method === "GET" || contract.method === "DELETE" || contract.upload !== undefined;
  const url = new URL(
    contract.path.replace(/\{(\w+)\}/g, (_, field) => params[field] ?? ""),
    "http://127.0.0.1:3140",
  );
  if (inQuery) for (const [field, value] of Object.entries(rest)) url.searchParams.set(field, String(value));
  const handler = (await routeFiles[fileOf(contract)]?.())?.[contract.method] as Handler;
  const body = contract.upload ? { body: "bytes" } : inQuery ? {} : { body: JSON.stringify(rest) };
  const request = new Request(url, {
    method: contract.method,
    headers: { "content-type": "application/json", ...headers },
    ...body,
  });
  return handler(request, { params: Promise.resolve(params) });
}
