// npm run bench:search -- incidents: finding among 10,000 incidents with 200,000 entries and one of 20,000, beside a bare SELECT by primary
// key on the same connection in the same run. Only the ratios mean something elsewhere.
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { indexMore } from "@/features/incidents/search/index/commands";
import { searchIncidents } from "@/features/incidents/search/queries";
import { SearchIncidents } from "@/features/incidents/search/schema";
import { similarIncidents } from "@/features/incidents/similar/queries";
import { system } from "@/lib/auth/actor";
import { connect } from "@/lib/db/client";
import { startEmbedded } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";
import { writePast } from "./past";

const dir = await mkdtemp(path.join(os.tmpdir(), "bitacora-bench-search-"));
const postgres = await startEmbedded({ dir, unsafe: true });
const db = connect(postgres.url, 4);
const ctx = { db, actor: system, now: () => new Date(), source: "system", locale: "es" } as const;

const rounds = 20;
const queries = {
  "one word": "redis",
  "a common word": "error",
  "three words": "timeout conexión pagos",
  "an identifier": "E1234",
  "a dotted name": "asyncpg.exceptions.InvalidPasswordError",
  "an address": "10.0.0.12:5432",
  "a phrase": '"could not connect"',
  "being typed": "reini",
  "a mistyped word": "conexoin",
  "words and filters": "sev:1 service:svc-7 disco lleno",
  "a pasted error": "Error: could not connect to db-2.eu-west at 10.0.0.12:5432 after timeout of redis connection pool",
  "no words": "",
};

try {
  await migrate(process.cwd(), postgres.url);
  await writePast(db, { incidents: 10_000, entriesEach: 18, largest: 20_000 });
  const { ms: indexing } = await timed(async () => {
    while (await indexMore(ctx));
  });
  await db.$executeRaw`ANALYZE`;
  const { id } = await db.timelineEntry.findFirstOrThrow({ select: { id: true } });
  const bare = await measured(() => db.$queryRaw`SELECT * FROM timeline_entry WHERE id = ${id}::uuid`);
  const rows: Record<string, unknown> = { "SELECT by primary key": shown(bare, bare) };
  for (const [name, q] of Object.entries(queries)) {
    rows[name] = shown(await measured(() => searchIncidents(ctx, SearchIncidents.parse({ q }))), bare);
  }
  rows.similar = shown(await measured(() => similarIncidents(ctx, { key: "INC-42" })), bare);
  console.log(
    `200,000 entries read into the index in ${(indexing / 1_000).toFixed(1)} s; each query ${rounds} times, ms`,
  );
  console.table(rows);
} finally {
  await db.$disconnect();
  await postgres.stop();
  await rm(dir, { recursive: true, force: true });
}

async function timed(work: () => Promise<unknown>) {
  const began = performance.now();
  await work();
  return { ms: performance.now() - began };
}

async function measured(work: () => Promise<unknown>) {
  await work();
  const times: number[] = [];
  for (let n = 0; n < rounds; n++) times.push((await timed(work)).ms);
  times.sort((a, b) => a - b);
  return { median: times[rounds >> 1] ?? 0, p95: times[Math.ceil(rounds * 0.95) - 1] ?? 0 };
}

function shown(times: { median: number; p95: number }, bare: { p95: number }) {
  return {
    median: times.median.toFixed(1),
    p95: times.p95.toFixed(1),
    "p95 / bare p95": (times.p95 / bare.p95).toFixed(1),
  };
}
