import { afterEach, expect, test, vi } from "vitest";
import { nobody } from "@/lib/auth/actor";
import { unpack } from "./portable-index";
import { packedIndex } from "./queries";

afterEach(() => vi.unstubAllEnvs());

test("whoever may read the runbooks may take their sections along, and the tag is that of the content", async () => {
  const { json, etag } = await packedIndex({ actor: nobody });
  expect(unpack(JSON.parse(json)).length).toBeGreaterThan(50);
  expect((await packedIndex({ actor: nobody })).etag).toBe(etag);
});

test("with READ_ACCESS=members nobody does without signing in", async () => {
  vi.stubEnv("READ_ACCESS", "members");
  await expect(packedIndex({ actor: nobody })).rejects.toMatchObject({ code: "unauthenticated" });
});
