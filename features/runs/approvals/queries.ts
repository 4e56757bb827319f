import { keyOf } from "@/features/incidents/key";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import type { LoadedRun } from "../lock/queries";
import type { StepEvent } from "../machine";
import { placesOfRun, type RunPlan } from "../run-plan";
import { rowsById } from "../run-state";
import { takesUp } from "./approval";
import { approvalPolicy } from "./policy";
import { approvalRequest, type StepApproval, stepApprovals } from "./request";
import { allRules, unset } from "./rules";
import type { ApprovalRule, ListApprovals, ListedApprovals } from "./schema";

/** The rule in force for runbooks of that criticality; one without any asks for nobody. */
export async function ruleFor(tx: Tx, criticality: string | null) {
  const row = criticality ? await tx.approvalPolicy.findUnique({ where: { criticality } }) : null;
  return row ? { scope: row.scope, timeout: row.timeout } : { scope: unset.scope, timeout: unset.timeout };
}

/** The steps of a run that want a second person by the rule in force, and how each stands. */
export async function approvalsOf(tx: Tx, { record, state }: LoadedRun, now: Date): Promise<StepApproval[]> {
  const rule = await ruleFor(tx, record.criticality);
  if (rule.scope === "never") return [];
  const rows = await tx.stepApproval.findMany({ where: { runId: record.id } });
  const steps = placesOfRun(state.plan).map(({ step }) => step);
  return stepApprovals(steps, rule, rows, now);
}

/**
 * Lets an action on a step pass when no rule covers the step, when the action does not do it, or when somebody has granted it.
 * @throws `approval_required` with the step's `approval`
 */
export async function requireApproval(
  tx: Tx,
  run: LoadedRun,
  { stepId, event }: { stepId: string; event: StepEvent },
  now: Date,
): Promise<void> {
  const row = rowsById(run.state).get(stepId);
  if (!row || run.state.status !== "active" || !takesUp(event, row.state)) return;
  const approval = (await approvalsOf(tx, run, now)).find((one) => one.stepId === stepId);
  if (!approval || approval.standing) return;
  throw new AppError("approval_required", { criticality: run.record.criticality, approval });
}

const listed = {
  run: {
    select: {
      id: true,
      title: true,
      runbook: true,
      drill: true,
      plan: true,
      incident: { select: { number: true, title: true } },
    },
  },
} as const;

/** Days for which a list shows that somebody went ahead without a second person. */
const overrideDays = 90;

/** Requests that wait for an answer, the oldest first; or the overrides of late, the newest first. */
export async function listApprovals(ctx: Ctx, { show }: ListApprovals): Promise<ListedApprovals> {
  authorize(approvalPolicy, "read", ctx.actor, undefined);
  const now = ctx.now();
  const since = new Date(now.getTime() - overrideDays * 86_400_000);
  const rows = await ctx.db.stepApproval.findMany({
    where:
      show === "waiting"
        ? { state: "asked", spentAt: null, expiresAt: { gt: now }, run: { status: "active" } }
        : { state: "overridden", decidedAt: { gt: since } },
    include: listed,
    orderBy: show === "waiting" ? { requestedAt: "asc" } : { decidedAt: "desc" },
    take: 200,
  });
  const approvals = rows.map(({ run, ...row }) => {
    const step = stepOf(run.plan as unknown as RunPlan, row.stepId);
    return {
      ...approvalRequest(row, now),
      step: {
        title: step?.title ?? row.stepId,
        target: step?.target ?? null,
        irreversible: step?.irreversible ?? false,
        hasUndo: step?.hasUndo ?? false,
        commands: step?.commands.map(({ lang, text }) => ({ lang, text })) ?? [],
      },
      run: { id: run.id, title: run.title, runbook: run.runbook, drill: run.drill },
      incident: run.incident && { key: keyOf(run.incident.number), title: run.incident.title },
    };
  });
  return { approvals, now: now.toISOString() };
}

const stepOf = (plan: RunPlan, stepId: string) => placesOfRun(plan).find(({ step }) => step.id === stepId)?.step;

/** The rule of every criticality. */
export async function listApprovalRules(ctx: Ctx): Promise<{ rules: ApprovalRule[] }> {
  authorize(approvalPolicy, "configure", ctx.actor, undefined);
  return { rules: allRules(await ctx.db.approvalPolicy.findMany()) };
}
