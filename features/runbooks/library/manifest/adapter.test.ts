import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { contentFolder } from "@/test/content";
import { lookAround } from "../../content/adapter";
import { keptRunbook } from "../packed/adapter";
import { readFile } from "../read/adapter";
import { type Entry, readManifest, writeManifest } from "./adapter";

let content: ReturnType<typeof contentFolder>;
let entries: Entry[];
const root = () => path.join(process.env.CONTENT_DIR ?? "", "runbooks");
const manifest = () => path.join(process.env.DATA_DIR ?? "", "cache", "library.manifest");

beforeEach(async () => {
  content = contentFolder();
  content.write("api/uno", "Redis no responde. ñ");
  content.write("api/rota", "<script>x</script>");
  const { files } = await lookAround(root());
  entries = await Promise.all(
    files.map(async (file) => {
      const { stamp, kept } = await readFile(root(), file, null);
      return { stamp, kept: kept as Entry["kept"] };
    }),
  );
});
afterEach(() => {
  content.remove();
});

test("what was written is read again, refused files included", async () => {
  await writeManifest(root(), entries);
  const read = await readManifest(root());
  expect([...read.keys()].sort()).toEqual(["api/rota", "api/uno"]);
  const [before] = entries.filter(({ kept }) => kept.head.path === "api/uno");
  const after = read.get("api/uno");
  expect(after?.stamp).toEqual(before?.stamp);
  const runbook = after && keptRunbook(after.kept);
  expect(runbook?.source).toContain("Redis no responde. ñ");
  expect(runbook?.outline?.sections[0]?.prose).toContain("Redis no responde. ñ");
  expect(read.get("api/rota")?.kept).toMatchObject({ head: { blob: null, says: null }, packed: null });
});

test.each([0.1, 0.5, 0.9, 0.999])("a byte that turned at %d of its length makes none of it count", async (place) => {
  await writeManifest(root(), entries);
  const bytes = readFileSync(manifest());
  const at = Math.floor(bytes.length * place);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(manifest(), bytes);
  expect((await readManifest(root())).size).toBe(0);
});

test("one of another folder, one cut off and none at all are no manifest", async () => {
  expect((await readManifest(root())).size).toBe(0);
  await writeManifest(root(), entries);
  expect((await readManifest("/elsewhere")).size).toBe(0);
  writeFileSync(manifest(), readFileSync(manifest()).subarray(0, 100));
  expect((await readManifest(root())).size).toBe(0);
});

test("a file that changed within the last tick is not settled, an older one is", async () => {
  expect(entries.map(({ stamp }) => stamp.settled)).toEqual([false, false]);
  const [file] = (await lookAround(root())).files;
  vi.useFakeTimers({ now: Date.now() + 60_000, toFake: ["Date"] });
  try {
    const again =
      file &&
      (await readFile(root(), file, entries.find(({ kept }) => kept.head.path === file.path)?.kept.head ?? null));
    expect(again).toMatchObject({ kept: "same", stamp: { settled: true } });
  } finally {
    vi.useRealTimers();
  }
});
