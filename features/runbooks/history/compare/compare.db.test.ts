import { afterEach, beforeEach, expect } from "vitest";
import { type ContentRepository, contentRepository, runbook } from "@/test/content-repository";
import { test } from "@/test/database";
import { compareVersions, differenceOf } from "./queries";

const path = "api/emergencias";
let repo: ContentRepository;
beforeEach(() => {
  repo = contentRepository("nested");
});
afterEach(() => repo.remove());

const head = () => repo.git("rev-parse", "HEAD").trim();
function change(text: string, message: string) {
  repo.write(`runbooks/${path}.mdx`, text);
  repo.git("add", "-A");
  repo.git("commit", "-qm", message);
  return head();
}

test("any two versions are compared, also one against a commit of something else", async ({ as }) => {
  const ctx = await as("viewer");
  const first = head();
  change(runbook("Emergencias", "api", "Una línea.\n"), "Add");
  const third = change(runbook("Emergencias", "api", "Otra línea.\n"), "Change");
  repo.write("runbooks/api/otro.mdx", runbook("Otro"));
  repo.git("add", "-A");
  repo.git("commit", "-qm", "Other");
  const found = await differenceOf(ctx, { path, from: first, to: "latest" });
  expect([found.added, found.removed, found.from.subject, found.to.subject]).toEqual([1, 0, "first", "Other"]);
  const lines = (await differenceOf(ctx, { path, from: third, to: first })).hunks.flat();
  expect(lines.filter(({ kind }) => kind !== "same").map(({ kind, text }) => [kind, text])).toEqual([
    ["removed", "Otra línea."],
  ]);
});

test("a version from before the runbook was made has no text", async ({ as }) => {
  const first = head();
  repo.write("runbooks/pagos/cola.mdx", runbook("Cola", "pagos"));
  repo.git("add", "-A");
  repo.git("commit", "-qm", "New");
  const { from, to } = await compareVersions(await as("viewer"), { path: "pagos/cola", from: first, to: "latest" });
  expect([from.text, from.file]).toEqual([null, null]);
  expect(to.text).toContain("title: Cola");
});

test("nobody but members, and nothing but commits of the history", async ({ as, asNobody }) => {
  const input = { path, from: "latest", to: "latest" };
  await expect(compareVersions(asNobody, input)).rejects.toMatchObject({ code: "unauthenticated" });
  const ctx = await as("viewer");
  for (const from of ["HEAD~1", "--output=/tmp/x", "0".repeat(40), ""]) {
    await expect(compareVersions(ctx, { ...input, from })).rejects.toMatchObject({ code: "not_found" });
  }
  await expect(compareVersions(ctx, { ...input, path: "api/../x" })).rejects.toMatchObject({ code: "not_found" });
});
