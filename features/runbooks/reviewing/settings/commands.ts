import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { audit } from "@/lib/db/audit";
import { transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { reviewPolicy } from "../policy";
import { allRules } from "../rules";
import type { ReviewRule, SetReviewRule } from "../schema";

/**
 * Sets whether runbooks of a criticality want another editor's approval. It holds at once.
 * @throws `forbidden`; `stale_version` with the `current` rule
 */
export async function setReviewRule(ctx: Ctx, input: SetReviewRule): Promise<ReviewRule> {
  authorize(reviewPolicy, "configure", ctx.actor, null);
  const { criticality, rule, expectedVersion } = input;
  return transaction(ctx.db, async (tx) => {
    // There may be no row to lock yet, so the name of the rule is.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`review_policy:${criticality}`}))`;
    const before = await current();
    if (before.version !== expectedVersion) throw new AppError("stale_version", { current: before, expectedVersion });
    const set = { rule, version: expectedVersion + 1, updatedAt: ctx.now(), updatedBy: ctx.actor.name };
    await tx.reviewPolicy.upsert({ where: { criticality }, create: { criticality, ...set }, update: set });
    const data = { from: before.rule, to: rule };
    await audit(tx, ctx, { action: "review_policy.changed", subject: `review_policy:${criticality}`, data });
    return current();

    async function current() {
      const rules = allRules(await tx.reviewPolicy.findMany({ where: { criticality } }));
      return rules.find((one) => one.criticality === criticality) as ReviewRule;
    }
  });
}
