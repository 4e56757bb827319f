import { v7 } from "uuid";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { type Db, transaction } from "@/lib/db/client";
import { log } from "@/lib/log";
import type { EventStream } from "@/lib/realtime/event-stream";
import { notify, type Watched } from "@/lib/realtime/notify";
import { incidentPolicy } from "../policy";
import { staleAfter } from "./queries";
import type { MovedScreen, MoveScreen } from "./schema";

/** How often the screens open in this process say that they still are, in ms. A stop without a word shows after `staleAfter`. */
const beatMs = 5_000;

type OpenScreen = { screen: string; topic: Watched; personId: string; name: string; place: string };
type Keeper = { db: Db; screens: Map<string, OpenScreen>; timer: NodeJS.Timeout };

// One heartbeat for all screens that this process serves, however many they are.
const shared = globalThis as typeof globalThis & { bitacoraScreens?: Keeper };

/**
 * Shows a person as present for as long as the stream lasts, and tells the stream the id of its screen (event `here`), by which
 * it says where it looks. Tokens and the portal itself are nobody to meet: for them nothing happens.
 * @param place what the screen shows at first
 */
export async function attend(ctx: Ctx, topic: Watched, place: string, stream: EventStream): Promise<void> {
  authorize(incidentPolicy, "read", ctx.actor, undefined);
  const { kind, id: personId, name } = ctx.actor;
  if (kind !== "person" || personId === null || stream.signal.aborted) return;
  const { db } = ctx;
  const open: OpenScreen = { screen: v7(), topic, personId, name, place };
  const keeper = keeperOf(db);
  keeper.screens.set(open.screen, open);
  const arrived = beat(db, [open]).then(() => notify(db, `presence:${topic}`, 0));
  const leave = async () => {
    keeper.screens.delete(open.screen);
    await arrived.catch(() => {}); // or the row would be written after it was taken away
    await transaction(db, async (tx) => {
      await tx.presence.deleteMany({ where: { screen: open.screen } });
      await notify(tx, `presence:${topic}`, 0);
    });
  };
  // What cannot be taken away now, because the database is away or we are stopping, is stale soon.
  stream.signal.addEventListener("abort", () => void leave().catch(() => {}), { once: true });
  await arrived;
  stream.send({ event: "here", data: { screen: open.screen } });
}

/** Says what a screen shows now. Only the person whose screen it is can. */
export async function moveScreen(ctx: Ctx, { screen, place }: MoveScreen): Promise<MovedScreen> {
  authorize(incidentPolicy, "read", ctx.actor, undefined);
  return transaction(ctx.db, async (tx) => {
    const [row] = await tx.$queryRaw<{ topic: Watched }[]>`
      UPDATE presence SET at = jsonb_build_object('place', ${place}::text, 'since', clock_timestamp()), seen_at = now()
      WHERE screen = ${screen}::uuid AND person_id = ${ctx.actor.id}::uuid RETURNING topic`;
    if (row) await notify(tx, `presence:${row.topic}`, 0);
    return { moved: row !== undefined };
  });
}

function keeperOf(db: Db): Keeper {
  const known = shared.bitacoraScreens;
  // A database that came back may have another address.
  if (known) return Object.assign(known, { db });
  const keeper: Keeper = { db, screens: new Map(), timer: setInterval(() => keep(keeper), beatMs).unref() };
  shared.bitacoraScreens = keeper;
  return keeper;
}

function keep(keeper: Keeper): void {
  if (keeper.screens.size === 0) {
    clearInterval(keeper.timer);
    shared.bitacoraScreens = undefined;
    return;
  }
  const open = [...keeper.screens.values()];
  void keepScreens(keeper.db, open).catch((error) => log.warn("presence could not be kept", { error }));
}

/** Says that these screens are still open, and takes away those of whoever stopped saying so. */
export async function keepScreens(db: Db, open: OpenScreen[]): Promise<void> {
  await beat(db, open);
  await transaction(db, async (tx) => {
    const gone = await tx.$queryRaw<{ topic: Watched }[]>`
      DELETE FROM presence WHERE seen_at < now() - make_interval(secs => ${staleAfter}) RETURNING topic`;
    for (const topic of new Set(gone.map((row) => row.topic))) await notify(tx, `presence:${topic}`, 0);
  });
}

// The table is not logged, so a crash of the database empties it: a beat brings back what is missing.
async function beat(db: Db, open: OpenScreen[]): Promise<void> {
  const column = <K extends keyof OpenScreen>(name: K) => open.map((screen) => screen[name]);
  await db.$executeRaw`
    INSERT INTO presence (screen, topic, person_id, name, at, seen_at)
    SELECT screen, topic, person_id, name, jsonb_build_object('place', place, 'since', clock_timestamp()), now()
    FROM unnest(${column("screen")}::uuid[], ${column("topic")}::text[], ${column("personId")}::uuid[],
      ${column("name")}::text[], ${column("place")}::text[]) AS open (screen, topic, person_id, name, place)
    ON CONFLICT (screen) DO UPDATE SET seen_at = excluded.seen_at`;
}
