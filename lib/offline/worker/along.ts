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
 * The pages to fetch without being asked: the incidents that the reader has looked at with their runs and the runbooks of their
 * services; the runbooks that were visited, the latest first; the other active incidents; and the list that leads to all.
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
  const visited = copies
    .filter(({ path }) => path.startsWith("/runbooks/"))
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .map(({ path }) => path);
  const all = [
    ...situation.incidents.filter(looked).flatMap(around),
    ...visited.flatMap(runbook),
    ...situation.incidents.filter((incident) => !looked(incident)).flatMap(around),
    ...runbook("/runbooks"),
  ];
  const byPath = new Map(all.toReversed().map((errand) => [errand.path, errand])); // the first mention counts
  return [...byPath.values()]
    .toReversed()
    .filter(({ path }) => mayKeep(path))
    .slice(0, most);
}
