import type { FrontMatter } from "./schema";

export type Review = {
  /** Day (UTC, `YYYY-MM-DD`) on which somebody has to vouch for the runbook again; null when it is never due. */
  dueOn: string | null;
  /** The same day once it has passed. */
  overdueSince: string | null;
};

/** Due date = `reviewed` + `reviewEvery` (FORMAT.md). */
export function reviewOf(frontMatter: Reviewed, now: Date): Review {
  const dueOn = known.get(frontMatter) ?? dueDay(frontMatter);
  known.set(frontMatter, dueOn);
  return { dueOn, overdueSince: dueOn !== null && dueOn < today(now) ? dueOn : null };
}

type Reviewed = Pick<FrontMatter, "reviewed" | "reviewEvery">;
// Front matter never changes: a runbook that is read anew has another. Every result of every search shows when it is due.
const known = new WeakMap<Reviewed, string | null>();

function dueDay({ reviewed, reviewEvery }: Reviewed): string | null {
  if (reviewEvery === null || reviewed === null) return null;
  return dayOf(new Date(Date.parse(`${reviewed}T00:00:00Z`) + reviewEvery * 1_000));
}

const dayMs = 86_400_000;
let day = { number: Number.NaN, text: "" };

/** The day of a moment; the same for all results of a search. */
function today(now: Date): string {
  const number = Math.floor(now.getTime() / dayMs);
  if (day.number !== number) day = { number, text: dayOf(now) };
  return day.text;
}

const dayOf = (date: Date) => date.toISOString().slice(0, 10);
