import { createHash } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/policy";
import type { Role } from "@/lib/auth/roles";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors/app-error";
import { listRunbooksContract } from "../api";
import type { Artifact, Problem, RunbookPath } from "../artifact";
import { artifactOf, getRunbook, getService } from "../library/queries";
import { isReadable, type ReadableRunbook, type Runbook, type Service } from "../library/runbook";
import { runbookPolicy } from "../policy";
import { type Review, reviewOf } from "../review";
import { isRefused, readSummaries, type Summaries } from "./summaries/queries";
import type { RunbookSummary } from "./summary";

/** Who reads, and when; no query here needs the database. */
type Reader = Pick<Ctx, "actor" | "now">;

/** @throws `unauthenticated` where runbooks are for members and the reader has not signed in */
function mayRead({ actor }: Reader): void {
  authorize(runbookPolicy, "read", actor, env().READ_ACCESS);
}

/** A file that is refused: whether an earlier version stands in for it, and what is wrong, for those who can mend it. */
export type Broken = { path: RunbookPath; service: string; stale: boolean; problems: Problem[] };
export type Catalogue = Omit<Summaries, "refused"> & { broken: Broken[]; canEdit: boolean };

/** Every runbook that can be read, in the order of its path, and the files that are refused. */
export async function readCatalogue(ctx: Reader): Promise<Catalogue> {
  mayRead(ctx);
  const { refused, ...summaries } = await readSummaries(ctx.now());
  return { ...summaries, broken: refused.map((one) => brokenOf(one, ctx.actor)), canEdit: canEdit(ctx) };
}

/** The list as JSON, with its entity tag (RFC 9110, 8.8.3). */
export type ListedRunbooks = { json: string; etag: string };

const none: RunbookSummary[] = [];

// By what it was made of, for as long as that is in use.
const listed = new WeakMap<RunbookSummary[], ListedRunbooks>();

/**
 * Every runbook with its procedures, or those of one service, as `listRunbooksContract` says: made once per change of the library.
 */
export async function listedRunbooks(ctx: Reader, service?: string): Promise<ListedRunbooks> {
  const catalogue = await readCatalogue(ctx);
  const runbooks = service === undefined ? catalogue.runbooks : (catalogue.byService.get(service) ?? none);
  const ready = listed.get(runbooks);
  if (ready) return ready;
  const json = JSON.stringify(listRunbooksContract.output.parse({ runbooks }));
  const made = { json, etag: `"${createHash("sha256").update(json).digest("hex").slice(0, 32)}"` };
  listed.set(runbooks, made);
  return made;
}

const canEdit = ({ actor }: Reader) => runbookPolicy.edit(actor, env().READ_ACCESS);

function brokenOf({ path, service, stale, problems }: Runbook, actor: Actor): Broken {
  const shown = runbookPolicy.seeProblems(actor, env().READ_ACCESS);
  return { path, service, stale, problems: shown ? problems.filter((one) => one.severity === "error") : [] };
}

/** @throws `not_found` for a service without runbooks */
export async function readService(
  ctx: Reader,
  name: string,
): Promise<Service & { readable: ReadableRunbook[]; summaries: RunbookSummary[]; broken: Broken[] }> {
  mayRead(ctx);
  const service = await getService(name);
  if (!service) throw new AppError("not_found");
  return {
    ...service,
    readable: service.runbooks.filter(isReadable),
    summaries: (await readSummaries(ctx.now())).byService.get(name) ?? [],
    broken: service.runbooks.filter(isRefused).map((one) => brokenOf(one, ctx.actor)),
  };
}

export type RunbookPage =
  | {
      kind: "page";
      artifact: Artifact;
      service: Service;
      review: Review;
      broken: Broken | null;
      canEdit: boolean;
      role: Role | null;
      /** git blob id of the text that is shown. */
      blob: string;
    }
  | { kind: "broken"; broken: Broken }
  | { kind: "moved"; to: RunbookPath }
  | { kind: "missing" };

/** What a path shows: the runbook, where it moved, what is wrong with it, or nothing. */
export async function readRunbook(ctx: Reader, path: RunbookPath): Promise<RunbookPage> {
  mayRead(ctx);
  const found = await getRunbook(path);
  if (found.kind !== "runbook") return found;
  const { runbook } = found;
  const artifact = await artifactOf(runbook);
  const broken = runbook.stale || !artifact ? brokenOf(runbook, ctx.actor) : null;
  const service = await getService(runbook.service);
  if (!artifact || !service) return { kind: "broken", broken: brokenOf(runbook, ctx.actor) };
  const review = reviewOf(artifact.frontMatter, ctx.now());
  return {
    kind: "page",
    artifact,
    service,
    review,
    broken,
    canEdit: canEdit(ctx),
    role: ctx.actor.role,
    blob: runbook.blob ?? "",
  };
}
