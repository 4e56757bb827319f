import { criticalities } from "../schema";
import type { ReviewRule } from "./schema";

type RuleRow = Omit<ReviewRule, "criticality" | "updatedAt"> & { criticality: string; updatedAt: Date };

/** The rule of every criticality, the most critical first; where nobody has set any, nobody is asked. */
export const allRules = (rows: RuleRow[]): ReviewRule[] =>
  criticalities.map((criticality) => {
    const row = rows.find((one) => one.criticality === criticality);
    if (!row) return { criticality, rule: "none", version: 0, updatedAt: null, updatedBy: null };
    const { rule, version, updatedAt, updatedBy } = row;
    return { criticality, rule, version, updatedAt: updatedAt.toISOString(), updatedBy };
  });
