import { admitted } from "@/lib/http/page-access";
import { pageContext } from "@/lib/http/page-context";
import { approvalPolicy } from "./policy";
import { listApprovalRules, listApprovals } from "./queries";

/** Who looks at requests, and whether they may answer. */
export async function loadApprover() {
  const { actor } = await pageContext();
  return { me: actor.id, able: approvalPolicy.decide(actor) };
}

/** The page of requests; those that wait are read live. */
export const loadApprovals = () =>
  admitted("/approvals", async () => {
    const { approvals } = await listApprovals(await pageContext(), { show: "overridden" });
    return { overridden: approvals, approver: await loadApprover() };
  });

/** The rules, for administrators. */
export const loadApprovalRules = () => admitted("/admin/approvals", async () => listApprovalRules(await pageContext()));
