import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { nobody } from "@/lib/auth/actor";
import { getRunbookFile } from "./queries";

const anyone = { actor: nobody };

beforeEach(() => {
  const root = mkdtempSync(path.join(os.tmpdir(), "bitacora-files-"));
  mkdirSync(path.join(root, "runbooks/svc"), { recursive: true });
  writeFileSync(path.join(root, "runbooks/svc/diagrama.png"), "png");
  writeFileSync(path.join(root, "runbooks/svc/page.html"), "<script>1</script>");
  writeFileSync(path.join(root, "runbooks/svc/.secret.txt"), "no");
  writeFileSync(path.join(root, "outside.txt"), "no");
  symlinkSync(path.join(root, "outside.txt"), path.join(root, "runbooks/svc/link.txt"));
  vi.stubEnv("CONTENT_DIR", root);
});
afterEach(() => vi.unstubAllEnvs());

test("an image beside a runbook is served by its type", async () => {
  expect(await getRunbookFile(anyone, ["svc", "diagrama.png"])).toEqual({
    type: "image/png",
    bytes: Buffer.from("png"),
  });
});

test.each([
  ["a page", ["svc", "page.html"]],
  ["a hidden file", ["svc", ".secret.txt"]],
  ["a symbolic link", ["svc", "link.txt"]],
  ["a way out", ["..", "outside.txt"]],
  ["a way out in one part", ["svc", "../../outside.txt"]],
  ["a runbook's source", ["svc", "guia.mdx"]],
])("%s is not", async (_, parts) => {
  await expect(getRunbookFile(anyone, parts)).rejects.toMatchObject({ code: "not_found" });
});

test("with READ_ACCESS=members nobody reads without signing in", async () => {
  vi.stubEnv("READ_ACCESS", "members");
  await expect(getRunbookFile(anyone, ["svc", "diagrama.png"])).rejects.toMatchObject({ code: "unauthenticated" });
});
