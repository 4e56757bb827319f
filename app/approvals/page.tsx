import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SectionMessages } from "@/components/layout/section-messages";
import { PageHeader } from "@/components/ui/page-header";
import { OverrideList } from "@/features/runs/approvals/components/override-list";
import { WaitingList } from "@/features/runs/approvals/components/waiting-list";
import { loadApprovals } from "@/features/runs/approvals/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("approvals"))("title") };
}

export default async function ApprovalsPage() {
  const t = await getTranslations("approvals");
  const { overridden, approver } = await loadApprovals();
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader title={t("title")} description={t("description")} />
      <SectionMessages section="approvals">
        <WaitingList {...approver} />
        <OverrideList approvals={overridden} />
      </SectionMessages>
    </div>
  );
}
