import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { invalidateLibrary, library } from "../../library/adapter";
import { liveIndex, unsaved } from "./adapter";
import { keepSearchIndex } from "./commands";

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), "bitacora-keep-"));
  mkdirSync(path.join(home, "content", "runbooks", "api"), { recursive: true });
  vi.stubEnv("DATA_DIR", path.join(home, "data"));
  vi.stubEnv("CONTENT_DIR", path.join(home, "content"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

const write = (name: string, text: string) => {
  const matter = `---\ntitle: Guía ${name}\nservice: api\nlang: es\nowner: O\n---\n\n`;
  writeFileSync(path.join(home, "content", "runbooks", "api", `${name}.mdx`), `${matter}${text}\n`);
  invalidateLibrary();
};

test("what is published is in the index before anybody searches, and in the file when the portal has stopped", async () => {
  write("disco", "Disco lleno");
  const { index } = await liveIndex();
  const keeper = keepSearchIndex();
  write("cola", "Cola parada");
  await library();
  await expect.poll(() => index.postings.has("parad")).toBe(true);
  expect(existsSync(path.join(home, "data", "cache", "search", "index"))).toBe(false);
  await keeper.stop();
  expect(unsaved()).toEqual({ changes: 0, busy: false });
  expect(existsSync(path.join(home, "data", "cache", "search", "index"))).toBe(true);
});
