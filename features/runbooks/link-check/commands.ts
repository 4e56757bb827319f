import { createHash } from "node:crypto";
import type { Ctx } from "@/lib/context";
import { transaction } from "@/lib/db/client";
import { env } from "@/lib/env";
import { enqueue } from "@/lib/jobs/queue";
import { listRunbooks } from "../library/queries";
import { isReadable } from "../library/runbook";
import { askForRefresh } from "../worklist/refresh/commands";
import { ask } from "./ask/adapter";
import { externalLinks } from "./external-links";
import { isOffline, type LinkState, verdictOf } from "./verdict";

export const linkCheckTask = "link-check";

/** Addresses of all runbooks that are looked after, at most. */
const maxLinks = 20_000;
/**
 * Of one round: how many, how many at once, and how long one may begin (a job under way for long counts as abandoned). Two at
 * once, because resolving a name holds one of the process's four threads for files.
 */
const round = { size: 60, atOnce: 2, beginMs: 10_000 };
/** Whoever took an address to ask has this long before another may. Milliseconds. */
const leaseMs = 5 * 60_000;
const againMs = 10 * 60_000;
const hourMs = 60 * 60_000;

/** Begins looking after the links, or ends it where the setting says so. */
export const scheduleLinkCheck = (ctx: Ctx): Promise<void> => transaction(ctx.db, (tx) => next(tx, ctx.now()));

type Due = { id: string; url: string; host: string; state: LinkState; failures: number; firstFailedAt: Date | null };

/**
 * The job that asks for some of the addresses that are due, and sets itself again. Each address is asked at most once a day, one
 * of a host at a time. Nothing is asked with `LINK_CHECK=off`.
 */
export async function checkLinks(ctx: Ctx): Promise<void> {
  if (env().LINK_CHECK === "off") return;
  await takeStock(ctx);
  const due = await takeDue(ctx);
  const answers = await askAll(due);
  const now = ctx.now();
  const offline = isOffline(answers);
  await transaction(ctx.db, async (tx) => {
    for (const one of answers) {
      const { id } = one;
      if (offline && one.answer.kind === "failed") {
        await tx.linkCheck.update({
          where: { id },
          data: { nextAt: new Date(now.getTime() + hourMs), why: "offline" },
        });
        continue;
      }
      const { state, status, why, failures, firstFailedAt, nextAt } = verdictOf(one, one.answer, now, spreadOf(id));
      const data = { state, status, why, failures, firstFailedAt, nextAt, checkedAt: now };
      await tx.linkCheck.updateMany({ where: { id }, data });
    }
    const left = due.filter(({ id }) => !answers.some((one) => one.id === id)).map(({ id }) => id);
    await tx.linkCheck.updateMany({ where: { id: { in: left } }, data: { nextAt: now } });
    await next(tx, due.length === round.size || left.length > 0 ? now : new Date(now.getTime() + againMs));
    if (answers.length > 0) await askForRefresh(tx, ctx);
  });
}

type Tx = Parameters<typeof askForRefresh>[0];
const next = (tx: Tx, at: Date) => enqueue(tx, { task: linkCheckTask, payload: {}, key: linkCheckTask, at });

/** An hour at most, always the same for one address: they do not all come due at one moment. */
const spreadOf = (id: string) => (Number.parseInt(id.slice(0, 6), 16) % 3_600) * 1_000;

/** Makes the table hold the addresses that runbooks lead to now. */
async function takeStock(ctx: Ctx): Promise<void> {
  const urls = new Set<string>();
  for (const runbook of (await listRunbooks()).filter(isReadable)) {
    for (const { url } of externalLinks(runbook)) if (urls.size < maxLinks) urls.add(url);
  }
  const rows = [...urls].map((url) => ({
    id: createHash("sha256").update(url).digest("hex"),
    url,
    host: new URL(url).host,
    nextAt: ctx.now(),
  }));
  await transaction(ctx.db, async (tx) => {
    await tx.linkCheck.createMany({ data: rows, skipDuplicates: true });
    await tx.$executeRaw`DELETE FROM link_check WHERE NOT (id = ANY(${rows.map(({ id }) => id)}::text[]))`;
  });
}

/** Takes addresses that are due, so that no other instance asks for them meanwhile. */
function takeDue(ctx: Ctx): Promise<Due[]> {
  const now = ctx.now();
  return ctx.db.$queryRaw<Due[]>`
    UPDATE link_check SET next_at = ${new Date(now.getTime() + leaseMs).toISOString()}::timestamptz
    WHERE id IN (SELECT id FROM link_check WHERE next_at <= ${now.toISOString()}::timestamptz
      ORDER BY next_at, id LIMIT ${round.size} FOR UPDATE SKIP LOCKED)
    RETURNING id, url, host, state, failures, first_failed_at AS "firstFailedAt"`;
}

/** Asks for them, one of a host at a time; those for which no time is left are left out. */
async function askAll(due: Due[]) {
  const allowPrivate = env().LINK_CHECK_PRIVATE === "on";
  const began = performance.now();
  const waiting = [...due];
  const busy = new Set<string>();
  const answers: (Due & { answer: Awaited<ReturnType<typeof ask>> })[] = [];
  async function work(): Promise<void> {
    while (performance.now() - began < round.beginMs) {
      const at = waiting.findIndex(({ host }) => !busy.has(host));
      const one = at < 0 ? undefined : waiting.splice(at, 1)[0];
      if (!one) return; // what waits is of a host that another worker is at, who goes on with it
      busy.add(one.host);
      answers.push({ ...one, answer: await ask(one.url, { allowPrivate }) });
      busy.delete(one.host);
    }
  }
  await Promise.all(Array.from({ length: round.atOnce }, work));
  return answers;
}
