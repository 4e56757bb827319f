import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { reviewPolicy } from "../policy";
import { allRules } from "../rules";
import type { ReviewRule } from "../schema";

/** The rule of every criticality. */
export async function listReviewRules(ctx: Ctx): Promise<{ rules: ReviewRule[] }> {
  authorize(reviewPolicy, "configure", ctx.actor, null);
  return { rules: allRules(await ctx.db.reviewPolicy.findMany()) };
}
