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
 * The pages to fetch without being asked, the most urgent first: the active incidents and their runs, the runbooks of their
 * services, those visited lately, and the list that leads to all of them.
 * @param copies what is kept, of whom and from which build
 */
export function errands(situation: Situation, copies: Kept[], build: string, now: number): Errand[] {
  const isFresh = ({ path, personal }: Errand, within: number) =>
    copies.some(
      (copy) =>
        copy.path === path && copy.personal === personal && copy.build === build && now - Date.parse(copy.at) < within,
    );
  const services = new Set(situation.incidents.flatMap((incident) => incident.services));
  const visited = copies.filter(({ path }) => path.startsWith("/runbooks/")).map(({ path }) => path);
  const own = [...situation.incidents.map(({ key }) => `/incidents/${key}`), ...situation.runs];
  const shared = [
    ...situation.runbooks.filter(({ service }) => services.has(service)).map(({ path }) => `/runbooks/${path}`),
    ...visited,
    "/runbooks",
  ];
  return [
    ...own.map((path) => ({ path, personal: true })).filter((errand) => !isFresh(errand, fresh.incident)),
    ...[...new Set(shared)]
      .map((path) => ({ path, personal: !situation.open }))
      .filter((errand) => !isFresh(errand, fresh.runbook)),
  ]
    .filter(({ path }) => mayKeep(path))
    .slice(0, most);
}
