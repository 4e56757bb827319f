import { cache } from "react";
import type { Ctx } from "@/lib/context";
import { isAppError } from "@/lib/errors/app-error";
import { admitted } from "@/lib/http/page-access";
import { pageContext } from "@/lib/http/page-context";
import type { RunbookPath } from "../artifact";
import { Filters, filterRunbooks } from "./filters";
import { PageNumber, pageOf } from "./page";
import { type Catalogue, readCatalogue, readRunbook, readService } from "./queries";

type Parameters = Record<string, string | string[] | undefined>;
const single = (parameters: Parameters) =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );

/** Reads for the page at `here`; a reader who has to sign in first goes there and comes back. */
const forReader = <T>(here: string, read: (ctx: Ctx) => Promise<T>): Promise<T> =>
  admitted(here, async () => read(await pageContext()));

/** Runbooks on one page of a list. */
const listed = 100;

/** A page of the runbooks narrowed by the address's parameters, with what else there is to narrow by. */
export function loadCatalogue(parameters: Parameters) {
  return forReader("/runbooks", async (ctx) => {
    const { runbooks, facets, broken, canEdit } = await readCatalogue(ctx);
    const asked = single(parameters);
    const filters = Filters.parse(asked);
    return {
      filters,
      facets,
      list: pageOf(filterRunbooks(runbooks, filters), PageNumber.parse(asked.page), listed),
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
export const loadService = cache((name: string, page?: string) =>
  forReader(`/runbooks/${name}`, async (ctx) => {
    const service = await readService(ctx, name);
    return { ...service, list: pageOf(service.summaries, PageNumber.parse(page), listed) };
  }),
);

export const loadRunbook = cache((path: RunbookPath) =>
  forReader(`/runbooks/${path}`, (ctx) => readRunbook(ctx, path)),
);
