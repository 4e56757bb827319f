import type { Ctx } from "@/lib/context";
import { listRunbooks } from "../../library/queries";
import { isReadable, type ReadableRunbook } from "../../library/runbook";
import { binderLimits, refusesBinder } from "../binder/binder-limits";
import { mayExport } from "../queries";
import { type ExportScope, inScope } from "../scope";
import { headFiles } from "../source/adapter";

/** What can be taken along of a scope. */
export type ExportOffer = {
  scope: ExportScope;
  /** The runbook's title, where it is one. */
  title: string | null;
  services: string[];
  count: number;
  /** How many a binder holds, where these are too many. */
  tooMany: number | null;
  /** There is a commit to take files from. */
  committed: boolean;
};

export async function offerExport(ctx: Pick<Ctx, "actor">, scope: ExportScope): Promise<ExportOffer> {
  mayExport(ctx);
  const runbooks = await listRunbooks();
  const chosen = runbooks.filter(inScope(scope)).filter(isReadable);
  const head = await headFiles();
  // Unpacking the text of each would take seconds; git knows how long they are.
  const sizeOf = (one: ReadableRunbook) => head?.sizes.get(one.blob) ?? one.source.length;
  return {
    scope,
    title: scope.kind === "runbook" ? (chosen[0]?.outline.frontMatter.title ?? null) : null,
    services: [...new Set(runbooks.map(({ service }) => service))].toSorted(),
    count: chosen.length,
    tooMany: refusesBinder(chosen, sizeOf) ? binderLimits.runbooks : null,
    committed: head !== null,
  };
}
