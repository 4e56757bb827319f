import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Actor, nobody } from "@/lib/auth/actor";
import type { Role } from "@/lib/auth/roles";
import { contentFolder } from "@/test/content";
import { byRunbook } from "./answer";
import { findAnswer } from "./queries";

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
    `Redis no responde.

<Procedure id="redis-caido" title="Redis caído">
<Diagnosis>
<Step id="ping" title="Hacer un PING">

Sin respuesta, el cortafuegos corta el puerto.

</Step>
</Diagnosis>
</Procedure>`,
    "criticality: critical\nreviewed: 2025-10-24\nreviewEvery: 31d\n",
  );
  content.write("colas/general", "Redis guarda las colas.");
});
afterEach(() => {
  vi.unstubAllEnvs();
  content.remove();
});

const find = async (q: string) => (await findAnswer(reader(null), { q, limit: 20 })).results;

test("a result says what its runbook is, and whether it can be trusted", async () => {
  const found = (await find("redis caído")).find(({ anchor }) => anchor === "redis-caido");
  expect(found).toMatchObject({
    path: "api/emergencias",
    criticality: "critical",
    lang: "es",
    reviewed: "2025-10-24",
    dueOn: "2025-11-24",
    overdueSince: "2025-11-24",
    procedure: "redis-caido",
  });
});

test("a step names the procedure that is started for it, and what is none names nothing", async () => {
  expect((await find("hacer un ping"))[0]).toMatchObject({ anchor: "ping", procedure: "redis-caido" });
  const general = (await find("guarda las colas")).find(({ path }) => path === "colas/general");
  expect(general?.procedure).toBeNull();
});

test("results are grouped by runbook, in the order of each one's best", async () => {
  const results = await find("redis");
  const groups = byRunbook(results);
  expect(groups.map(({ path }) => path)).toEqual([...new Set(results.map(({ path }) => path))]);
  expect(groups.flatMap(({ best, others }) => [best, ...others])).toHaveLength(results.length);
  for (const { best, others } of groups)
    for (const other of others) expect(other.score).toBeLessThanOrEqual(best.score);
});

test("a typed filter narrows before anything is ranked, and is not searched for", async () => {
  expect((await find("redis service:colas")).map(({ path }) => path)).toEqual(["colas/general"]);
  expect((await find("redis -servicio:colas")).every(({ path }) => path === "api/emergencias")).toBe(true);
  expect((await find("gravedad:crítica")).map(({ path, kind }) => [path, kind])).toEqual([["api/emergencias", "page"]]);
});

test("where nothing passes the filters, what answers outside them is offered, and where to start", async () => {
  content.write(
    "colas/lista",
    `<Checklist id="empezar" title="Al empezar" when="start">
- Avisar al canal
</Checklist>`,
  );
  const { results, instead } = await findAnswer(reader(null), { q: "cortafuegos service:colas", limit: 20 });
  expect(results).toEqual([]);
  expect(instead).toMatchObject({
    nearest: [{ path: "api/emergencias" }],
    checklists: [{ path: "colas/lista", anchor: "empezar", title: "Al empezar" }],
    services: ["colas"],
  });
});

test("where nothing answers at all, procedures with a name like it are offered", async () => {
  const { results, instead } = await findAnswer(reader(null), { q: "xredisxcaidox", limit: 20 });
  expect(results).toEqual([]);
  expect(instead?.nearest[0]).toMatchObject({ path: "api/emergencias", anchor: "redis-caido" });
  expect((await findAnswer(reader(null), { q: "qwzxqwzx", limit: 20 })).instead?.nearest).toEqual([]);
});

test("nothing of a runbook is unpacked for an answer, however many there are to look at", async () => {
  const shared = globalThis as { bitacoraUnpacked?: Map<unknown, unknown> };
  await find("redis"); // read and indexed from here on
  shared.bitacoraUnpacked?.clear();
  expect((await find("hacer un ping"))[0]).toMatchObject({ procedure: "redis-caido" });
  expect(await find("redis gravedad:crítica")).not.toEqual([]);
  expect((await findAnswer(reader(null), { q: "xredisxcaidox", limit: 20 })).instead?.nearest).not.toEqual([]);
  expect(shared.bitacoraUnpacked?.size).toBe(0);
});

test("an empty query has no answer", async () => {
  expect(await find("")).toEqual([]);
});

test("where reading is for members, nobody searches, and a viewer does", async () => {
  vi.stubEnv("READ_ACCESS", "members");
  const redis = { q: "redis", limit: 5 };
  await expect(findAnswer(reader(null), redis)).rejects.toMatchObject({ code: "unauthenticated" });
  expect((await findAnswer(reader("viewer"), redis)).results).not.toEqual([]);
});
