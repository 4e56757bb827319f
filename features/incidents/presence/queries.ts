import type { Db } from "@/lib/db/client";
import type { Watched } from "@/lib/realtime/notify";
import { presentPeople, type Screen } from "./present";
import type { Presence } from "./schema";

/** Seconds without a sign of life after which a screen counts as closed: its process was killed, or cannot reach the database. */
export const staleAfter = 20;

/** Who has a thing open now. The database's clock decides who is stale: several processes have to agree. */
export async function readPresence(db: Db, topic: Watched): Promise<Presence> {
  const screens = await db.$queryRaw<Screen[]>`
    SELECT person_id AS "personId", name, coalesce(at->>'place', '') AS place FROM presence
    WHERE topic = ${topic} AND person_id IS NOT NULL AND seen_at >= now() - make_interval(secs => ${staleAfter})
    ORDER BY at->>'since' DESC, screen`;
  return presentPeople(screens);
}
