import { errands, type Situation } from "./along";
import { type Build, fetchRest } from "./assets";
import { tidyFiles } from "./files";
import { manners } from "./manners";
import { fetchCopy } from "./pages";
import { keepIndex } from "./search";
import { currentReader, listKept, tidy } from "./store";

/** For how long it is believed what is going on, in milliseconds, however many pages are opened. */
const believedMs = 60_000;
let known: { at: number; reader: string | null; situation: Situation } | null = null;
let last: Promise<void> = Promise.resolve();

/** Takes along what somebody may need when the network is gone. One at a time, after what is on screen. */
export function takeAlong(build: Build): Promise<void> {
  last = last.then(() => fetchAll(build)).catch(() => undefined); // the network went away, or there is no room
  return last;
}

async function fetchAll(build: Build): Promise<void> {
  const { locale } = await manners();
  const reader = await currentReader();
  if (!known || known.reader !== reader || Date.now() - known.at > believedMs) {
    const situation = await readSituation(await keepIndex());
    known = { at: Date.now(), reader, situation };
  }
  const wanted = errands(known.situation, await listKept(), build.id, Date.now());
  for (const errand of wanted) await fetchCopy(errand, locale);
  if (wanted.some(({ path }) => path.startsWith("/runbooks/"))) await keepIndex(); // those are searched from now on
  await fetchRest(build);
  await tidy();
  await tidyFiles();
}

type Incidents = { incidents: Situation["incidents"] };
type Runs = { runs: { id: string; status: string }[] };

async function readSituation(open: boolean): Promise<Situation> {
  const { runbooks } = (await read<Pick<Situation, "runbooks">>("/api/v1/runbooks")) ?? { runbooks: [] };
  if ((await currentReader()) === null) return { incidents: [], runs: [], runbooks, open };
  const { incidents } = (await read<Incidents>("/api/v1/incidents?status=active&limit=20")) ?? { incidents: [] };
  const runs: string[] = [];
  for (const { key } of incidents) {
    const on = await read<Runs>(`/api/v1/incidents/${key}/runs`);
    for (const { id, status } of on?.runs ?? []) if (status === "active") runs.push(`/incidents/${key}/runs/${id}`);
  }
  return { incidents, runs, runbooks, open };
}

async function read<T>(path: string): Promise<T | null> {
  const answer = await fetch(path);
  return answer.ok ? ((await answer.json()) as T) : null;
}
