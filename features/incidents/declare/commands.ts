import { v7 } from "uuid";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { isUniqueViolation, type Tx, transaction } from "@/lib/db/client";
import { notify } from "@/lib/realtime/notify";
import { nextUpdate } from "../cadence";
import { attachChecklists } from "../checklists/attach/commands";
import type { DeclaredIncident } from "../incident-schema";
import { checklistsOf, procedureTitle } from "../library/queries";
import { incidentPolicy } from "../policy";
import { summaryOf } from "../queries";
import type { DeclareIncident } from "../schema";
import { checkHappened } from "../timeline/happened";
import { recordEntry } from "../timeline/record/commands";
import { setUpdateDue } from "../updates/due/commands";

/**
 * Declares an incident: its row, the first entries of its timeline and the start checklists of its services. The same id
 * twice is one incident.
 * @throws `future_time` for an impact that has not begun
 */
export async function declareIncident(ctx: Ctx, input: DeclareIncident): Promise<DeclaredIncident> {
  authorize(incidentPolicy, "declare", ctx.actor, undefined);
  const id = input.id ?? v7();
  const { runbook, procedure } = input;
  const checklists = await checklistsOf(input.services);
  const title = runbook && procedure ? await procedureTitle(runbook, procedure) : null;
  try {
    return await transaction(ctx.db, async (tx) => {
      if (await tx.incident.findUnique({ where: { id }, select: { id: true } })) return repeated(tx, id);
      const incident = await tx.incident.create({ data: { id, ...opening(ctx, input) } });
      await recordOpening(tx, ctx, id, input, title);
      await attachChecklists(tx, ctx, incident, checklists, ["start"]);
      await setUpdateDue(tx, null, incident);
      await notify(tx, "incidents", incident.number);
      return { ...(await summaryOf(tx, id)), repeated: false };
    });
  } catch (error) {
    // Two requests with one id at the same moment: the second meets the first's row.
    if (isUniqueViolation(error)) return repeated(ctx.db, id);
    throw error;
  }
}

const repeated = async (tx: Tx, id: string) => ({ ...(await summaryOf(tx, id)), repeated: true });

function opening(ctx: Ctx, { title, severity, services, kind, summary, labels, impactStartedAt }: DeclareIncident) {
  const at = ctx.now();
  return {
    title,
    severity,
    services,
    kind,
    summary,
    labels,
    impactStartedAt: impactStartedAt ? checkHappened(impactStartedAt, at) : null,
    declaredAt: at,
    declaredById: ctx.actor.id,
    nextUpdateDueAt: nextUpdate(severity, at),
    updatedAt: at,
  };
}

async function recordOpening(
  tx: Tx,
  ctx: Ctx,
  id: string,
  input: DeclareIncident,
  procedureTitle: string | null,
): Promise<void> {
  const { title, severity, services, kind, summary, runbook, procedure } = input;
  await recordEntry(tx, ctx, id, {
    kind: "status",
    body: [`${severity} · ${title}`, summary].filter(Boolean).join("\n\n"),
    data: { event: "declared", from: null, to: "investigating", severity, services, kind },
  });
  if (!runbook) return;
  const target = procedure ? `${runbook}#${procedure}` : runbook;
  await recordEntry(tx, ctx, id, {
    kind: "link",
    body: `[${linkText(procedureTitle ?? target)}](/runbooks/${encodeURI(target)})`,
    data: { event: "runbook", runbook, procedure: procedure ?? null, title: procedureTitle },
  });
}

/** Text that stays text inside the brackets of a Markdown link. */
const linkText = (text: string) => text.replaceAll(/[\\[\]<>`*_]/g, "\\$&");
