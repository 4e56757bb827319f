import type { Ctx } from "@/lib/context";
import { lineOfStep } from "../../suggestions/step-text";
import { about, type Found, gone, short } from "../found";
import type { Shelf } from "../refresh/shelf";

/** Suggestions that are looked at, at most; the oldest come first. */
const most = 2_000;

/** Source of the open suggestions of runs: "this step is wrong". */
export async function suggestionsSource({ db }: Ctx, { runbooks }: Shelf): Promise<Found[]> {
  const rows = await db.suggestion.findMany({
    where: { state: "open" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: most,
  });
  const byPath = new Map(runbooks.map((runbook) => [runbook.path, runbook]));
  return rows.map((row): Found => {
    const runbook = byPath.get(row.runbook);
    return {
      kind: "suggestion",
      subject: row.id,
      ...(runbook ? about(runbook) : gone(row.runbook)),
      line: runbook?.source ? lineOfStep(runbook.source, row) : null,
      values: { step: short(row.stepTitle), author: row.authorName, wrong: short(row.wrong) },
      fingerprint: "",
      since: row.createdAt,
      dueOn: null,
    };
  });
}
