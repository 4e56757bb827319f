import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Actor, nobody } from "@/lib/auth/actor";
import type { Role } from "@/lib/auth/roles";
import { contentFolder } from "@/test/content";
import { readCatalogue, readRunbook, readService } from "./queries";

const now = () => new Date("2026-01-15T03:00:00Z");
const reader = (role: Role | null) => {
  const actor: Actor = role ? { kind: "person", id: "1", name: "Alguien", role } : nobody;
  return { actor, now };
};

let content: ReturnType<typeof contentFolder>;
beforeEach(() => {
  content = contentFolder();
  content.write(
    "api/emergencias",
    "Redis no responde.",
    "reviewed: 2025-10-24\nreviewEvery: 31d\nredirects: [api/viejo]\n",
  );
});
afterEach(() => {
  vi.unstubAllEnvs();
  content.remove();
});

test("a runbook comes with its service and the day since which its review is overdue", async () => {
  const page = await readRunbook(reader(null), "api/emergencias");
  expect(page).toMatchObject({
    kind: "page",
    service: { name: "api" },
    review: { overdueSince: "2025-11-24" },
    broken: null,
    canEdit: false,
  });
});

test("an old path leads to the new one, and an unknown one nowhere", async () => {
  expect(await readRunbook(reader(null), "api/viejo")).toEqual({ kind: "moved", to: "api/emergencias" });
  expect(await readRunbook(reader(null), "api/nada")).toEqual({ kind: "missing" });
  await expect(readService(reader(null), "nada")).rejects.toMatchObject({ code: "not_found" });
});

test("an editor may edit, a responder may not", async () => {
  expect(await readRunbook(reader("editor"), "api/emergencias")).toMatchObject({ canEdit: true });
  expect(await readRunbook(reader("responder"), "api/emergencias")).toMatchObject({ canEdit: false });
});

describe("a file that is refused", () => {
  beforeEach(() => content.write("api/rota", "<script>alert(1)</script>"));

  test("is listed beside the others, with its problems for an editor only", async () => {
    const [forEditor, forReader] = [await readCatalogue(reader("editor")), await readCatalogue(reader(null))];
    expect(forEditor.runbooks.map((one) => one.path)).toEqual(["api/emergencias"]);
    expect(forEditor.broken).toMatchObject([{ path: "api/rota", stale: false, problems: [{ severity: "error" }] }]);
    expect(forReader.broken).toEqual([{ path: "api/rota", service: "api", stale: false, problems: [] }]);
  });

  test("is served as it last was good, and says so", async () => {
    await readCatalogue(reader(null));
    content.write("api/emergencias", "{ rota");
    const page = await readRunbook(reader(null), "api/emergencias");
    expect(page).toMatchObject({ kind: "page", broken: { stale: true, problems: [] } });
  });
});

test("where reading is for members, nobody reads or lists", async () => {
  vi.stubEnv("READ_ACCESS", "members");
  const refused = { code: "unauthenticated" };
  await expect(readCatalogue(reader(null))).rejects.toMatchObject(refused);
  await expect(readService(reader(null), "api")).rejects.toMatchObject(refused);
  await expect(readRunbook(reader(null), "api/emergencias")).rejects.toMatchObject(refused);
});
