import { criticalities } from "@/features/runbooks/schema";
import type { ApprovalScope } from "./approval";
import type { ApprovalRule } from "./schema";

type RuleRow = {
  criticality: string;
  scope: ApprovalScope;
  timeout: number;
  version: number;
  updatedAt: Date;
  updatedBy: string;
};

/** What holds where nobody has set anything: no second person, and five minutes once there is one. */
export const unset = { scope: "never", timeout: 300, version: 0 } as const;

/** The rule of every criticality, the most critical first. */
export const allRules = (rows: RuleRow[]): ApprovalRule[] =>
  criticalities.map((criticality) => {
    const row = rows.find((one) => one.criticality === criticality);
    if (!row) return { criticality, ...unset, updatedAt: null, updatedBy: null };
    const { scope, timeout, version, updatedAt, updatedBy } = row;
    return { criticality, scope, timeout, version, updatedAt: updatedAt.toISOString(), updatedBy };
  });
