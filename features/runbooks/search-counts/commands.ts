import { createHash, createHmac } from "node:crypto";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { type Tx, transaction } from "@/lib/db/client";
import { env } from "@/lib/env";
import { patiently } from "@/lib/http/patience";
import { portalZone } from "@/lib/time-zone";
import { getRunbook } from "../library/queries";
import { runbookPolicy } from "../policy";
import { dayIn } from "../worklist/day";
import { namesIn } from "./names/queries";
import { type Counted, type CountSearch, lastRank } from "./schema";
import { searchSignature } from "./signature";
import { makeRoom } from "./tidy/commands";
import { letWait, type WaitingSearch } from "./waiting/waiting-searches";

/**
 * Counts a search: that there was one, whether it found nothing, and what was opened. The same id counts once; sent again with
 * what was opened it only adds that. Never fails for want of a database: then it waits in memory (`waiting/commands.ts`).
 * @throws `unauthenticated` where runbooks are for members and the reader has not signed in
 */
export async function countSearch(ctx: Ctx, input: CountSearch): Promise<Counted> {
  authorize(runbookPolicy, "read", ctx.actor, env().READ_ACCESS);
  const runbook = input.opened && (await known(input.opened.runbook));
  const rank = Math.min(input.opened?.rank ?? 0, lastRank);
  const search = { input, runbook, rank, day: dayIn(portalZone(), ctx.now()) };
  const counted = await patiently(async () => transaction(ctx.db, (tx) => addSearch(tx, search)), null);
  return counted === null ? { counted: false, waiting: letWait(search) } : { counted, waiting: false };
}

/** Counts a search, today's or an earlier one that waited. @returns whether this portal counts at all */
export async function addSearch(tx: Tx, { input, runbook, rank, day }: WaitingSearch): Promise<boolean> {
  const key = env().NEXTAUTH_SECRET;
  if (!key) return false;
  const fresh = await take(tx, input, runbook !== null, day);
  if (!fresh.searched && !fresh.opened) return true;
  const text = input.q === undefined ? null : searchSignature(input.q, await namesIn(tx, input.q));
  const queryId = text === null ? "" : idOf(text, key);
  const nothing = input.results === 0 && fresh.searched ? 1 : 0;
  if (fresh.searched && text !== null) await addQuery(tx, { id: queryId, text, nothing, day });
  if (fresh.opened && runbook) await addOpening(tx, { queryId, runbook, rank, day });
  await addDay(tx, { day, searched: fresh.searched ? 1 : 0, nothing, opened: fresh.opened ? 1 : 0 });
  return true;
}

/** The path under which a runbook is there now; null for one that never was: nothing else may be written into the table. */
async function known(path: string): Promise<string | null> {
  const found = await getRunbook(path);
  if (found.kind === "runbook") return found.runbook.path;
  return found.kind === "moved" ? found.to : null;
}

/** What of a search has not been counted yet; from here on it is. */
async function take(tx: Tx, { id }: CountSearch, opened: boolean, day: string) {
  await makeRoom(tx, "counted_search");
  const hash = createHash("sha256").update(id).digest("hex").slice(0, 32);
  const rows = await tx.$executeRaw`
    INSERT INTO counted_search (id, opened, day) VALUES (${hash}, ${opened}, ${day}) ON CONFLICT DO NOTHING`;
  if (rows === 1) return { searched: true, opened };
  if (!opened) return { searched: false, opened: false };
  const later = await tx.$executeRaw`UPDATE counted_search SET opened = true WHERE id = ${hash} AND NOT opened`;
  return { searched: false, opened: later === 1 };
}

// Keyed, so that what was searched only once cannot be found out by hashing guesses.
const idOf = (text: string, key: string): string =>
  createHmac("sha256", key).update(`searched query\n${text}`).digest("hex").slice(0, 32);

async function addQuery(
  tx: Tx,
  { id, text, nothing, day }: { id: string; text: string; nothing: number; day: string },
) {
  await makeRoom(tx, "searched_query");
  await tx.$executeRaw`
    INSERT INTO searched_query AS known (id, searched, found_nothing, first_on, last_on) VALUES (${id}, 1, ${nothing}, ${day}, ${day})
    ON CONFLICT (id) DO UPDATE SET searched = known.searched + 1, found_nothing = known.found_nothing + ${nothing},
      text = ${text}, last_on = greatest(known.last_on, ${day})`;
}

type Opening = { queryId: string; runbook: string; rank: number; day: string };
async function addOpening(tx: Tx, { queryId, runbook, rank, day }: Opening) {
  await makeRoom(tx, "search_opening");
  await tx.$executeRaw`
    INSERT INTO search_opening AS known (query_id, runbook, rank, opened, last_on) VALUES (${queryId}, ${runbook}, ${rank}, 1, ${day})
    ON CONFLICT (query_id, runbook, rank) DO UPDATE SET opened = known.opened + 1, last_on = greatest(known.last_on, ${day})`;
}

type Day = { day: string; searched: number; nothing: number; opened: number };
async function addDay(tx: Tx, { day, searched, nothing, opened }: Day) {
  await tx.$executeRaw`
    INSERT INTO search_day AS known (day, searched, found_nothing, opened) VALUES (${day}, ${searched}, ${nothing}, ${opened})
    ON CONFLICT (day) DO UPDATE SET searched = known.searched + ${searched}, found_nothing = known.found_nothing + ${nothing},
      opened = known.opened + ${opened}`;
}
