import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { audit } from "@/lib/db/audit";
import { transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { approvalPolicy } from "../policy";
import { allRules } from "../rules";
import type { ApprovalRule, SetApprovalRule } from "../schema";

/**
 * Sets which steps of runbooks of a criticality want a second person, and for how long a request waits. It holds at once, for
 * runs under way too.
 * @throws `forbidden`; `stale_version` with the `current` rule
 */
export async function setApprovalRule(ctx: Ctx, input: SetApprovalRule): Promise<ApprovalRule> {
  authorize(approvalPolicy, "configure", ctx.actor, undefined);
  const { criticality, scope, timeout, expectedVersion } = input;
  return transaction(ctx.db, async (tx) => {
    // There may be no row to lock yet, so the name of the rule is.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`approval_policy:${criticality}`}))`;
    const before = await current();
    if (before.version !== expectedVersion) throw new AppError("stale_version", { current: before, expectedVersion });
    const set = { scope, timeout, version: expectedVersion + 1, updatedAt: ctx.now(), updatedBy: ctx.actor.name };
    await tx.approvalPolicy.upsert({ where: { criticality }, create: { criticality, ...set }, update: set });
    const data = { from: { scope: before.scope, timeout: before.timeout }, to: { scope, timeout } };
    await audit(tx, ctx, { action: "approval_policy.changed", subject: `approval_policy:${criticality}`, data });
    return current();

    async function current() {
      const rules = allRules(await tx.approvalPolicy.findMany({ where: { criticality } }));
      return rules.find((rule) => rule.criticality === criticality) as ApprovalRule;
    }
  });
}
