import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/features/identity/components/admin-frame";
import { ReviewRuleForm } from "@/features/runbooks/reviewing/components/review-rule-form";
import { loadReviewRules } from "@/features/runbooks/reviewing/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("identity.reviews"))("title") };
}

export default async function ReviewRulesPage() {
  const t = await getTranslations("reviewing.rules");
  const { rules } = await loadReviewRules();
  return (
    <AdminFrame section="reviews">
      <div className="grid max-w-4xl gap-3">
        {rules.map((rule) => (
          <ReviewRuleForm key={rule.criticality} rule={rule} />
        ))}
        <p className="text-sm text-muted">{t("urgent")}</p>
        <p className="text-sm text-muted">{t("without")}</p>
      </div>
    </AdminFrame>
  );
}
