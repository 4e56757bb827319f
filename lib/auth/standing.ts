import { database } from "@/lib/db/client";
import type { Role } from "./roles";

/** How a person stands in the database now. */
export type Standing = { name: string; role: Role; sessionVersion: number; disabled: boolean };

/** `gone`: no such person. `unknown`: the database is away and was away whenever we asked. */
type Answer = Standing | "gone" | "unknown";

/** For how long an answer is reused, in milliseconds: the longest that a disabled person keeps getting in. */
const freshMs = 4_000;
/** A database that hangs must not hold up a page: after this many milliseconds it counts as away. */
const patienceMs = 1_000;
const mostKept = 5_000;

type Kept = { askedAt: number; answer: Promise<Answer>; settled: Answer };
const shared = globalThis as typeof globalThis & { bitacoraStandings?: Map<string, Kept> };
const kept = () => {
  shared.bitacoraStandings ??= new Map();
  return shared.bitacoraStandings;
};

/** Asks the database, at most once in `freshMs` per person. While it is away the last answer stands, however old. */
export function standingOf(id: string): Promise<Answer> {
  const standings = kept();
  const before = standings.get(id);
  if (before && Date.now() - before.askedAt < freshMs) return before.answer;
  if (standings.size >= mostKept) standings.clear();
  const entry: Kept = { askedAt: Date.now(), answer: ask(id, before?.settled), settled: before?.settled ?? "unknown" };
  standings.set(id, entry);
  void entry.answer.then((answer) => {
    entry.settled = answer;
  });
  return entry.answer;
}

/** To be called after a change of a person, so that this process sees it at once; others see it within `freshMs`. */
export function forgetStanding(id: string): void {
  kept().delete(id);
}

async function ask(id: string, last: Answer = "unknown"): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<Answer>((resolve) => {
    timer = setTimeout(resolve, patienceMs, last);
  });
  return Promise.race([read(id).catch(() => last), tooLong]).finally(() => clearTimeout(timer));
}

async function read(id: string): Promise<Answer> {
  const person = await database().person.findUnique({
    where: { id },
    select: { name: true, role: true, sessionVersion: true, disabledAt: true },
  });
  if (!person) return "gone";
  const { disabledAt, ...standing } = person;
  return { ...standing, disabled: disabledAt !== null };
}
