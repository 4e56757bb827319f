import { log } from "@/lib/log";
import type { Artifact, Problem, RunbookPath } from "../artifact";
import { type Compiled, compileRunbook } from "../pipeline/adapter";
import type { Outline } from "../pipeline/build-outline";
import { invalidateLibrary, lastSeen, library, onLibraryChange, runbookNow, wholeLibrary } from "./adapter";
import { claimedTwice, crossCheck } from "./cross-check";
import type { Library } from "./library";
import { reachedFrom } from "./reached-from";
import { isReadable, type ReadableRunbook, type Runbook, type Service, servicesOf } from "./runbook";

/**
 * All runbooks in the order of their paths, refused ones included. While a large library is read for the first time, those that
 * have been read: for what has to know all of them there is `everyRunbook`.
 */
export async function listRunbooks(): Promise<Runbook[]> {
  return [...(await library()).runbooks.values()];
}

/** All runbooks as `listRunbooks` has them, waiting for those that have not been read yet. */
export async function everyRunbook(): Promise<Runbook[]> {
  return [...(await wholeLibrary()).runbooks.values()];
}

/** What a path leads to: a runbook, another path that has taken its place, or nothing. */
export type Found = { kind: "runbook"; runbook: Runbook } | { kind: "moved"; to: RunbookPath } | { kind: "missing" };

/** Looks a path up, old ones included. */
export async function getRunbook(path: RunbookPath): Promise<Found> {
  const runbook = await runbookNow(path);
  if (runbook) return { kind: "runbook", runbook };
  const to = (await library()).redirects.get(path);
  return to ? { kind: "moved", to } : { kind: "missing" };
}

/** The names that a runbook has gone by: its path, then the old ones that lead to it. */
export async function namesOf(path: RunbookPath): Promise<RunbookPath[]> {
  const { runbooks, redirects } = await library();
  return [path, ...[...redirects].flatMap(([old, to]) => (to === path && !runbooks.has(old) ? [old] : []))];
}

/** The compiled version of a runbook that is served; null when it cannot be compiled. */
export async function artifactOf(runbook: Runbook): Promise<Artifact | null> {
  if (!isReadable(runbook)) return null;
  return (await compileRunbook(runbook)).artifact;
}

/** Compiles a given text as if it were the runbook at `path`: previews, pinned runs, old versions. Never throws for what it holds. */
export function runbookBySource(path: RunbookPath, source: string, format: "mdx" | "md" = "mdx"): Promise<Compiled> {
  return compileRunbook({ path, source, format });
}

// Gathered once per library. On globalThis, because Next loads this module more than once in a process.
const shared = globalThis as typeof globalThis & { bitacoraServices?: { of: Library; services: Map<string, Service> } };

async function services(): Promise<Map<string, Service>> {
  const current = await library();
  if (shared.bitacoraServices?.of !== current) {
    const gathered = servicesOf([...current.runbooks.values()]);
    shared.bitacoraServices = { of: current, services: new Map(gathered.map((one) => [one.name, one])) };
  }
  return shared.bitacoraServices.services;
}

export async function listServices(): Promise<Service[]> {
  return [...(await services()).values()];
}

/** A service with its runbooks, dashboards and contacts; null when it has no runbook. */
export async function getService(name: string): Promise<Service | null> {
  return (await services()).get(name) ?? null;
}

/** The readable runbooks of some services, e.g. for the checklists of an incident. */
export async function runbooksOf(services: readonly string[]): Promise<ReadableRunbook[]> {
  const found = await Promise.all([...new Set(services)].toSorted().map(getService));
  return found.flatMap((service) => service?.runbooks.filter(isReadable) ?? []);
}

/** Every problem of the library: of each file, of links between them, and of what is no runbook. */
export async function allProblems(): Promise<Problem[]> {
  const { runbooks, problems } = await wholeLibrary();
  return [...[...runbooks.values()].flatMap((runbook) => runbook.problems), ...problems()];
}

/**
 * Errors that a text would bring into the library by what it leads to: loops through several runbooks that never end, old paths
 * that another runbook has. Only
 * what its answers lead to is looked at, however many runbooks there are.
 */
export async function crossErrors(file: string, outline: Outline): Promise<Problem[]> {
  const seen = await lastSeen();
  const named = [{ file, outline }, ...reachedFrom(outline, seen)];
  const looping = crossCheck(named).filter((entry) => entry.file === file && entry.severity === "error");
  // Only a claim is worth another look at the disk: a move may have taken the path along a moment ago.
  const isClaimed = claimedTwice({ file, outline }, seen.redirects).length > 0;
  const claimed = isClaimed ? claimedTwice({ file, outline }, (await library()).redirects) : [];
  return [...looping.filter(({ rule }) => rule !== "redirect-claimed"), ...claimed];
}

/** Calls back after each change of the runbooks that this process sees, whoever made it. @returns the way to stop. */
export const followLibrary = (listener: () => void): (() => void) => onLibraryChange(listener);

/** Looks at the disk now, as when somebody says that something was published. Never throws. */
export async function lookAgain(): Promise<void> {
  invalidateLibrary();
  await library().catch((error: unknown) => log.error("the runbooks could not be read", { error }));
}
