import type { FrontMatter } from "./schema";

export type Review = {
  /** Day (UTC, `YYYY-MM-DD`) on which somebody has to vouch for the runbook again; null when it is never due. */
  dueOn: string | null;
  /** The same day once it has passed. */
  overdueSince: string | null;
};

/** Due date = `reviewed` + `reviewEvery` (FORMAT.md). */
export function reviewOf(frontMatter: Pick<FrontMatter, "reviewed" | "reviewEvery">, now: Date): Review {
  const { reviewed, reviewEvery } = frontMatter;
  if (reviewEvery === null || reviewed === null) return { dueOn: null, overdueSince: null };
  const dueOn = dayOf(new Date(Date.parse(`${reviewed}T00:00:00Z`) + reviewEvery * 1_000));
  return { dueOn, overdueSince: dueOn < dayOf(now) ? dueOn : null };
}

const dayOf = (date: Date) => date.toISOString().slice(0, 10);
