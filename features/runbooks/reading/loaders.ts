import { cache } from "react";
import type { Ctx } from "@/lib/context";
import { isAppError } from "@/lib/errors/app-error";
import { admitted } from "@/lib/http/page-access";
import { pageContext } from "@/lib/http/page-context";
import type { RunbookPath } from "../artifact";
import { Filters, facetsOf, filterRunbooks } from "./filters";
import { type Catalogue, readCatalogue, readRunbook, readService } from "./queries";

type Parameters = Record<string, string | string[] | undefined>;
const single = (parameters: Parameters) =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );

/** Reads for the page at `here`; a reader who has to sign in first goes there and comes back. */
const forReader = <T>(here: string, read: (ctx: Ctx) => Promise<T>): Promise<T> =>
  admitted(here, async () => read(await pageContext()));

/** The list of runbooks narrowed by the address's parameters, with what else there is to narrow by. */
export function loadCatalogue(parameters: Parameters) {
  return forReader("/runbooks", async (ctx) => {
    const { runbooks, broken, canEdit } = await readCatalogue(ctx);
    const filters = Filters.parse(single(parameters));
    return {
      filters,
      facets: facetsOf(runbooks),
      runbooks: filterRunbooks(runbooks, filters),
      total: runbooks.length,
      broken,
      canEdit,
    };
  });
}

/** The catalogue for the home page; null where the reader has to sign in to see runbooks. */
export async function loadHomeCatalogue(): Promise<Catalogue | null> {
  try {
    return await readCatalogue(await pageContext());
  } catch (error) {
    if (isAppError(error) && error.code === "unauthenticated") return null;
    throw error;
  }
}

/** A service's page; not found when it has no runbook. */
export const loadService = cache((name: string) => forReader(`/runbooks/${name}`, (ctx) => readService(ctx, name)));

export const loadRunbook = cache((path: RunbookPath) =>
  forReader(`/runbooks/${path}`, (ctx) => readRunbook(ctx, path)),
);
