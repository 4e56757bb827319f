import { errands, type Situation } from "./along";
import { type Build, fetchRest } from "./assets";
import { tidyFiles } from "./files";
import { manners } from "./manners";
import { fetchCopy } from "./pages";
import { keepIndex } from "./search";
import { currentReader, listKept, tidy } from "./store";

/** Not more often than this, in milliseconds, however many pages are opened. */
const everyMs = 60_000;
let lastAt = 0;
let going: Promise<void> | null = null;

/** Takes along what somebody may need when the network is gone. One at a time, and never at the cost of what is on screen. */
export function takeAlong(build: Build): Promise<void> {
  if (going) return going;
  if (Date.now() - lastAt < everyMs) return Promise.resolve();
  lastAt = Date.now();
  going = fetchAll(build)
    .catch(() => undefined) // the network went away, or there is no room: what is there is there
    .finally(() => {
      going = null;
    });
  return going;
}

async function fetchAll(build: Build): Promise<void> {
  const open = await keepIndex();
  const { locale } = await manners();
  for (const errand of errands(await situation(open), await listKept(), build.id, Date.now())) {
    await fetchCopy(errand, locale);
  }
  await fetchRest(build);
  await tidy(build.id);
  await tidyFiles();
}

type Incidents = { incidents: Situation["incidents"] };
type Runs = { runs: { id: string; status: string }[] };

async function situation(open: boolean): Promise<Situation> {
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
