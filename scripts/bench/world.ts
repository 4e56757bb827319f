import type { TestPerson } from "../../test/portal-people";

/** What every part of the bench measures: a portal of its own, with people who may write. */
export type BenchWorld = { url: string; token: string; databaseUrl: string; responder: TestPerson; editor: TestPerson };

/** One measurement with its own table. Parts run one after the other: they share the processors. */
export type BenchPart = (world: BenchWorld) => Promise<void>;

export const perSecond = (rate: number) => `${Math.round(rate)}/s`;
export const milliseconds = (ms: number) => `${ms < 10 ? ms.toFixed(1) : ms.toFixed(0)} ms`;
export const ratio = (ours: number, least: number) => (ours / least).toFixed(ours / least < 1 ? 3 : 2);

/** Headers of a request to the API in JSON. */
export const apiHeaders = ({ token }: Pick<BenchWorld, "token">) => ({
  authorization: `Bearer ${token}`,
  "content-type": "application/json",
});

/** A new incident to write on. @returns its path in the API */
export async function newIncident(world: BenchWorld): Promise<string> {
  const body = JSON.stringify({ title: "La API no responde", severity: "SEV3" });
  const answer = await fetch(`${world.url}/api/v1/incidents`, { method: "POST", headers: apiHeaders(world), body });
  return `/api/v1/incidents/${((await answer.json()) as { key: string }).key}`;
}

/** The value below which a share of the others lies (nearest rank). */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
