import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SectionMessages } from "@/components/layout/section-messages";
import { PageHeader } from "@/components/ui/page-header";
import { DeviceView } from "@/features/identity/components/device-view";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("offlineDevice"))("title") };
}

export default async function OfflinePage() {
  const t = await getTranslations("offlineDevice");
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t("title")} description={t("lead")} />
      <SectionMessages section="device">
        <DeviceView />
      </SectionMessages>
    </div>
  );
}
