import type { z } from "zod";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { type Library, library } from "../library/adapter";
import { isReadable, type ReadableRunbook } from "../library/runbook";
import { parseMatchers } from "../matcher";
import { publishingPolicy } from "../publishing/policy";
import type {
  AuthoringWords,
  authoringWordsContract,
  LinkAnchor,
  LinkTarget,
  linkAnchorsContract,
  linkTargetsContract,
} from "./api";
import { type FindableTarget, findable, findTargets, mostUsed } from "./find-targets";

type Author = Pick<Ctx, "actor">;
type Known = { library: Library; readable: ReadableRunbook[]; targets: FindableTarget[] };

/** Words of one kind that are told at most. */
const most = 200;

// On globalThis, because Next loads this module more than once in a process.
const shared = globalThis as typeof globalThis & { bitacoraAuthoring?: Known };

async function known({ actor }: Author): Promise<Known> {
  authorize(publishingPolicy, "readSource", actor, null);
  const current = await library();
  if (shared.bitacoraAuthoring?.library === current) return shared.bitacoraAuthoring;
  const readable = [...current.runbooks.values()].filter(isReadable);
  const targets = readable.map(({ path, outline }) => findable({ path, title: outline.frontMatter.title }));
  shared.bitacoraAuthoring = { library: current, readable, targets };
  return shared.bitacoraAuthoring;
}

/** Runbooks to lead to. Works without a database. */
export async function linkTargets(
  ctx: Author,
  { q, service, limit }: z.output<typeof linkTargetsContract.input>,
): Promise<{ targets: LinkTarget[] }> {
  return { targets: findTargets((await known(ctx)).targets, q, service, limit) };
}

/** The places of a runbook to lead to. */
export async function linkAnchors(
  ctx: Author,
  { path }: z.output<typeof linkAnchorsContract.input>,
): Promise<{ anchors: LinkAnchor[] }> {
  const { library: current } = await known(ctx);
  const runbook = current.runbooks.get(current.redirects.get(path) ?? path);
  if (!runbook || !isReadable(runbook)) return { anchors: [] };
  const { toc } = runbook.outline;
  const listed = new Set(toc.map(({ id }) => id));
  const decisions = decisionsOf(runbook).filter(({ id }) => !listed.has(id));
  return { anchors: [...toc.map(({ id, title, kind }) => ({ id, title, kind })), ...decisions] };
}

function decisionsOf({ outline }: ReadableRunbook): LinkAnchor[] {
  return outline.plan.procedures.flatMap(({ phases }) =>
    phases.flatMap(({ steps }) =>
      steps.flatMap(({ id, title, type }) => (type === "decision" ? [{ id, title, kind: "decision" as const }] : [])),
    ),
  );
}

/** What others wrote in their front matter, so that the same thing gets the same name. */
export async function authoringWords(
  ctx: Author,
  { service }: z.output<typeof authoringWordsContract.input>,
): Promise<AuthoringWords> {
  const { readable } = await known(ctx);
  const matter = readable.map(({ outline }) => outline.frontMatter);
  const own = readable.filter((runbook) => runbook.service === service);
  const variables = new Map(
    own.flatMap(({ outline }) => outline.variables.map(({ name, label }) => [name, label ?? ""] as const)),
  );
  return {
    services: mostUsed(
      readable.map((runbook) => runbook.service),
      most,
    ),
    owners: mostUsed(
      matter.map(({ owner }) => owner),
      most,
    ),
    tags: mostUsed(
      matter.flatMap(({ tags }) => tags),
      most,
    ),
    alerts: mostUsed(
      matter.flatMap(({ alerts }) => alerts.flatMap(alertNames)),
      most,
    ),
    variables: [...variables].slice(0, most).map(([name, label]) => ({ name, label })),
  };
}

function alertNames(matchers: string): string[] {
  const read = parseMatchers(matchers);
  return read.ok
    ? read.matchers.flatMap(({ label, operator, value }) => (label === "alertname" && operator === "=" ? [value] : []))
    : [];
}
