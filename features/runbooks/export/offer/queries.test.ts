import { afterEach, beforeEach, expect, test } from "vitest";
import { nobody } from "@/lib/auth/actor";
import { type ContentRepository, contentRepository, runbook } from "@/test/content-repository";
import { invalidateLibrary } from "../../library/adapter";
import { everyRunbook } from "../../library/queries";
import { offerExport } from "./queries";

const reader = { actor: nobody };
const shared = globalThis as typeof globalThis & { bitacoraUnpacked?: Map<unknown, unknown> };

let repo: ContentRepository;
beforeEach(() => {
  repo = contentRepository("nested");
  for (let at = 0; at < 30; at += 1) repo.write(`runbooks/api/n${at}.mdx`, runbook(`Número ${at}`));
  repo.git("add", "-A");
  repo.git("commit", "-qm", "thirty more");
  invalidateLibrary();
});
afterEach(() => repo.remove());

/** How many texts were unpacked for an answer. */
async function unpackedFor(ask: () => Promise<unknown>): Promise<number> {
  await everyRunbook();
  shared.bitacoraUnpacked?.clear();
  await ask();
  return shared.bitacoraUnpacked?.size ?? 0;
}

test("offering an export unpacks no text that git knows the length of", async () => {
  expect(await unpackedFor(() => offerExport(reader, { kind: "everything" }))).toBe(0);
  expect(await offerExport(reader, { kind: "everything" })).toMatchObject({
    count: 31,
    tooMany: null,
    committed: true,
    services: ["api"],
  });
});

test("what is not committed yet is measured by its text", async () => {
  repo.write("runbooks/api/nueva.mdx", runbook("Nueva"));
  invalidateLibrary();
  expect(await unpackedFor(() => offerExport(reader, { kind: "service", service: "api" }))).toBe(1);
});
