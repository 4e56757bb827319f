import { symlinkSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { type ContentRepository, contentRepository } from "@/test/content-repository";
import { locate, type Repository } from "../adapter";
import { blobOf, fileLog, readBlob } from "./adapter";

const file = "runbooks/api/emergencias.mdx";
let repo: ContentRepository;
afterEach(() => repo.remove());

async function repository(): Promise<Repository> {
  const found = await locate();
  if (!found) throw new Error("no repository");
  return found;
}

test("the history of a file lists its commits, newest first, through a rename", async () => {
  repo = contentRepository("nested");
  repo.git("mv", `portal/content/${file}`, "portal/content/runbooks/api/moved.mdx");
  repo.git("commit", "-qm", "Move\n\nwith a reason\nof two lines");
  repo.write("runbooks/api/moved.mdx", "other text\n");
  repo.git("commit", "-qam", "Change");
  const versions = await fileLog(await repository(), "runbooks/api/moved.mdx", { limit: 10, skip: 0 });
  expect(versions.map(({ subject, body, author }) => ({ subject, body, author }))).toEqual([
    { subject: "Change", body: "", author: "Hand" },
    { subject: "Move", body: "with a reason\nof two lines", author: "Hand" },
    { subject: "first", body: "", author: "Hand" },
  ]);
  expect(versions[2]?.file).toBe(`portal/content/${file}`);
  expect(await readBlob(await repository(), versions[2]?.blob ?? "")).toContain("title: Emergencias");
});

test("the history of a copy begins with the copy", async () => {
  repo = contentRepository("own");
  repo.write(file, `${repo.read(file)}\nMás.\n`);
  repo.git("commit", "-qam", "second");
  repo.write("runbooks/api/copia.mdx", repo.read(file));
  repo.git("add", "-A");
  repo.git("commit", "-qm", "Copy");
  const versions = await fileLog(await repository(), "runbooks/api/copia.mdx", { limit: 10, skip: 0 });
  expect(versions.map(({ subject }) => subject)).toEqual(["Copy"]);
});

test("a page of the history skips and limits", async () => {
  repo = contentRepository("own");
  for (const text of ["a\n", "b\n", "c\n"]) {
    repo.write(file, text);
    repo.git("commit", "-qam", text);
  }
  const page = await fileLog(await repository(), file, { limit: 2, skip: 1 });
  expect(page.map((version) => version.subject)).toEqual(["b", "a"]);
});

test("a link in the repository is no runbook, and an object expression no blob", async () => {
  repo = contentRepository("own");
  symlinkSync("/etc/passwd", `${repo.content}/runbooks/api/link.mdx`);
  repo.git("add", "-A");
  repo.git("commit", "-qm", "link");
  expect(await blobOf(await repository(), "runbooks/api/link.mdx")).toBeNull();
  await expect(readBlob(await repository(), "HEAD:other")).rejects.toMatchObject({ code: "not_found" });
});
