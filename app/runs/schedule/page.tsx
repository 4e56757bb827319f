import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { ScheduleForm } from "@/features/runs/components/drills/schedule-form";
import { loadScheduleForm } from "@/features/runs/drills/loaders";
import type { SearchParams } from "@/features/runs/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("runs.drills"))("title") };
}

export default async function SchedulePage({ searchParams }: { searchParams: SearchParams }) {
  const t = await getTranslations("runs.drills");
  const form = await loadScheduleForm(searchParams);
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} />
      <ScheduleForm key={`${form.asked.runbook}#${form.asked.procedure}`} {...form} />
    </>
  );
}
