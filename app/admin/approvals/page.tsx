import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/features/identity/components/admin-frame";
import { RuleForm } from "@/features/runs/approvals/components/rule-form";
import { loadApprovalRules } from "@/features/runs/approvals/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("approvalRules"))("title") };
}

export default async function ApprovalRulesPage() {
  const t = await getTranslations("approvalRules");
  const { rules } = await loadApprovalRules();
  return (
    <AdminFrame section="approvals">
      <div className="grid max-w-4xl gap-3">
        {rules.map((rule) => (
          <RuleForm key={rule.criticality} rule={rule} />
        ))}
        <p className="text-sm text-muted">{t("timeoutHint")}</p>
        <p className="text-sm text-muted">{t("without")}</p>
      </div>
    </AdminFrame>
  );
}
