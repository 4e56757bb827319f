import { mayKeep } from "./addresses";
import type { Kept } from "./kept";

/** What is going on, as far as it decides what to take along. */
export type Situation = {
  incidents: { key: string; services: string[] }[];
  /** Pages of the runs that are on. */
  runs: string[];
  runbooks: { path: string; service: string }[];
  /** Anybody may read runbooks, so that their copies outlive a session. */
  open: boolean;
};

/** `personal`: as the reader sees it; else as anybody does, where anybody may. */
export type Errand = { path: string; personal: boolean };

/** A copy this old is fetched again while nobody is at the page, in milliseconds: things move on an incident. */
const fresh = { incident: 5 * 60_000, runbook: 2 * 60 * 60_000 };
/** Pages fetched at one time, at most. */
const most = 60;

/**
 * The pages to fetch without being asked: the active incidents with their runs and the runbooks of their services, first those
 * of incidents that the reader has looked at; then the runbooks that were visited, and the list that leads to all.
 * @param copies what is kept, of whom and from which build
 */
export function errands(situation: Situation, copies: Kept[], build: string, now: number): Errand[] {
  const isFresh = ({ path, personal }: Errand, within: number) =>
    copies.some(
      (copy) =>
        copy.path === path && copy.personal === personal && copy.build === build && now - Date.parse(copy.at) < within,
    );
  const around = (incident: Situation["incidents"][number]): Errand[] => {
    const home = `/incidents/${incident.key}`;
    const runs = situation.runs.filter((run) => run.startsWith(`${home}/`));
    const runbooks = situation.runbooks.filter(({ service }) => incident.services.includes(service));
    return [
      ...[home, ...runs].map((path) => ({ path, personal: true })).filter((errand) => !isFresh(errand, fresh.incident)),
      ...runbooks.flatMap(({ path }) => runbook(`/runbooks/${path}`)),
    ];
  };
  const runbook = (path: string): Errand[] => {
    const errand = { path, personal: !situation.open };
    return isFresh(errand, fresh.runbook) ? [] : [errand];
  };
  const looked = ({ key }: { key: string }) => copies.some(({ path }) => path === `/incidents/${key}`);
  const incidents = situation.incidents.toSorted((a, b) => Number(looked(b)) - Number(looked(a)));
  const visited = copies.filter(({ path }) => path.startsWith("/runbooks/")).map(({ path }) => path);
  const all = [...incidents.flatMap(around), ...visited.flatMap(runbook), ...runbook("/runbooks")];
  const byPath = new Map(all.toReversed().map((errand) => [errand.path, errand])); // the first mention counts
  return [...byPath.values()]
    .toReversed()
    .filter(({ path }) => mayKeep(path))
    .slice(0, most);
}
