import pg from "pg";
import { afterEach, expect, onTestFinished, vi } from "vitest";
import { transaction } from "@/lib/db/client";
import { test } from "@/test/database";
import { acknowledge, announce, untilAcknowledged } from "./acknowledgement";
import { stopListening } from "./listener";

afterEach(async () => {
  vi.unstubAllEnvs();
  await stopListening();
  delete (globalThis as { bitacoraOthers?: unknown }).bitacoraOthers;
});

const soon = { timeout: 10_000, interval: 10 };

/** Another process: a connection that is named as its last acknowledgement. */
async function otherProcess(url: string, number: number) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  const name = (state: string, seq: number) =>
    client.query("SELECT set_config('application_name', $1, false)", [
      `bitacora ${String(number).padStart(12, "0")} ${state} ${seq}`,
    ]);
  await name("shows", 0);
  return {
    shows: (seq: number) => name("shows", seq),
    lacks: (seq: number) => name("lacks", seq),
    goesAway: () => name("is away", 0),
  };
}

test("with nobody else there is nobody to wait for", async ({ db }) => {
  const seq = await transaction(db, (tx) => announce(tx, "runbooks"));
  expect(await untilAcknowledged(db, seq, 5_000)).toBe(0);
});

test("whoever tells waits for the others, no longer than it takes, and not for ever", async ({ db, databaseUrl }) => {
  const [one, two] = [await otherProcess(databaseUrl, 1), await otherProcess(databaseUrl, 2)];
  const seq = await transaction(db, (tx) => announce(tx, "runbooks"));
  const told = untilAcknowledged(db, seq, 20_000);
  await one.shows(seq);
  await two.shows(seq + 1);
  expect(await told).toBe(0);

  const later = await transaction(db, (tx) => announce(tx, "runbooks"));
  expect(later).toBeGreaterThan(seq);
  await two.lacks(later);
  expect(await untilAcknowledged(db, later, 50)).toBe(2);
  await one.shows(later);
  expect(await untilAcknowledged(db, later, 5_000)).toBe(1);
});

test("a process that lost its connection a moment ago is not taken for nobody", async ({ db, databaseUrl }) => {
  const one = await otherProcess(databaseUrl, 1);
  const seq = await transaction(db, (tx) => announce(tx, "runbooks"));
  await one.shows(seq);
  expect(await untilAcknowledged(db, seq, 5_000)).toBe(0);
  await one.goesAway();
  const later = await transaction(db, (tx) => announce(tx, "runbooks"));
  expect(await untilAcknowledged(db, later, 50)).toBe(1);
});

test("a process acknowledges after it has caught up, and does not wait for itself", async ({ db, databaseUrl }) => {
  vi.stubEnv("DATABASE_URL", databaseUrl);
  let finish = (_: boolean) => {};
  const caughtUp = new Promise<boolean>((resolve) => {
    finish = resolve;
  });
  const catchUp = vi.fn(async () => true);
  const { stop } = acknowledge("runbooks", catchUp);
  onTestFinished(stop);
  const names = async () => {
    const rows = await db.$queryRaw<{ name: string }[]>`
      SELECT application_name AS name FROM pg_stat_activity WHERE application_name LIKE 'bitacora %'
        AND datname = current_database()`;
    return rows.map(({ name }) => name.split(" ").slice(2).join(" "));
  };
  await expect.poll(names, soon).toEqual(["shows 0"]);
  catchUp.mockImplementation(() => caughtUp);
  const seq = await transaction(db, (tx) => announce(tx, "runbooks"));
  await vi.waitFor(() => expect(catchUp).toHaveBeenCalledTimes(2), soon);
  expect(await names()).toEqual(["shows 0"]);
  expect(await untilAcknowledged(db, seq, 5_000)).toBe(0);
  finish(false);
  await expect.poll(names, soon).toEqual([`lacks ${seq}`]);
});
