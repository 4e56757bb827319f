import { expect, vi } from "vitest";
import { POST } from "@/app/api/v1/search/log/route";
import { test } from "@/test/database";

const path = "http://portal/api/v1/search/log";
const ask = (body: object) =>
  POST(
    new Request(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    { params: Promise.resolve({}) },
  );

test("what was pasted is in no table and in no line that the portal logs", async ({ db }) => {
  const written: string[] = [];
  const keep = (chunk: unknown) => written.push(String(chunk)) > 0;
  const out = vi.spyOn(process.stdout, "write").mockImplementation(keep);
  const err = vi.spyOn(process.stderr, "write").mockImplementation(keep);
  const log = vi.spyOn(console, "error").mockImplementation((...all) => void keep(all.join(" ")));
  try {
    const found = await ask({ text: "ERROR could not extend file: No space left on device, said zanahoria-7141\n" });
    expect(found.status).toBe(200);
    expect(found.headers.get("cache-control")).toBe("no-store");
    expect((await found.json()).results.length).toBeGreaterThan(0);
    const refused = await ask({ text: "zanahoria-7141", limit: "zanahoria-7141" });
    expect(refused.status).toBe(422);
    const large = await ask({ text: "zanahoria-7141\n".repeat(80_000) });
    expect(large.status).toBe(413);
    expect(await large.json()).toMatchObject({ code: "too_large", details: { limit: 1_000_000 } });
  } finally {
    for (const spy of [out, err, log]) spy.mockRestore();
  }
  expect(written.join("")).not.toContain("zanahoria");
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`;
  expect(tables.length).toBeGreaterThan(10);
  for (const { name } of tables) {
    const rows = await db.$queryRawUnsafe<unknown[]>(
      `SELECT 1 FROM "${name}" AS one WHERE one::text LIKE '%zanahoria%' LIMIT 1`,
    );
    expect(rows, name).toEqual([]);
  }
});
