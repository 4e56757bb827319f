import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { isReadable } from "../library/runbook";
import { about, type Found, short } from "../worklist/found";
import { worklistPolicy } from "../worklist/policy";
import type { Shelf } from "../worklist/refresh/shelf";
import { externalLinks } from "./external-links";
import type { LinkCheckPage, ListLinkChecks } from "./schema";
import { type LinkState, linkStates } from "./verdict";

/** The external addresses of the runbooks and how asking for them went, the longest broken first. */
export async function listLinkChecks(ctx: Ctx, { state, cursor, limit }: ListLinkChecks): Promise<LinkCheckPage> {
  authorize(worklistPolicy, "read", ctx.actor, null);
  const skip = Number(cursor ?? 0);
  const [rows, groups] = await Promise.all([
    ctx.db.linkCheck.findMany({
      where: { state },
      orderBy: [{ firstFailedAt: { sort: "asc", nulls: "last" } }, { url: "asc" }],
      skip,
      take: limit + 1,
    }),
    ctx.db.linkCheck.groupBy({ by: ["state"], _count: true }),
  ]);
  return {
    on: env().LINK_CHECK === "on",
    links: rows.slice(0, limit).map(({ url, state, status, why, checkedAt, firstFailedAt, failures }) => ({
      url,
      state: state as LinkState,
      status,
      why,
      checkedAt: checkedAt?.toISOString() ?? null,
      firstFailedAt: firstFailedAt?.toISOString() ?? null,
      failures,
    })),
    nextCursor: rows.length > limit ? String(skip + limit) : null,
    counts: Object.fromEntries(
      linkStates.map((one) => [one, groups.find((group) => group.state === one)?._count ?? 0]),
    ) as LinkCheckPage["counts"],
  };
}

/** Source of the external links that have not answered for days, one per runbook and address. */
export async function externalLinksSource({ db }: Ctx, { runbooks }: Shelf): Promise<Found[]> {
  if (env().LINK_CHECK === "off") return [];
  const rows = await db.linkCheck.findMany({ where: { state: "broken" } });
  if (rows.length === 0) return [];
  const broken = new Map(rows.map((row) => [row.url, row]));
  return runbooks.filter(isReadable).flatMap((runbook) =>
    externalLinks(runbook).flatMap(({ url, line }): Found[] => {
      const row = broken.get(url);
      if (!row) return [];
      return [
        {
          kind: "external-link",
          subject: `${runbook.path} ${url}`,
          ...about(runbook),
          line,
          values: { url: short(url, 500), why: row.why ?? "", status: row.status === null ? "" : String(row.status) },
          fingerprint: `${row.why} ${row.status}`,
          since: row.firstFailedAt,
          dueOn: null,
        },
      ];
    }),
  );
}
