import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { DeclareForm } from "@/features/incidents/components/declare/declare-form";
import { loadDeclare, type SearchParams } from "@/features/incidents/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("incidents.declare"))("title") };
}

export default async function DeclarePage({ searchParams }: { searchParams: SearchParams }) {
  const t = await getTranslations("incidents");
  const { services, prefill, canDeclare } = await loadDeclare(searchParams);
  return (
    <>
      <PageHeader title={t("declare.title")} description={t("declare.lead")} />
      {canDeclare ? (
        <DeclareForm services={services} prefill={prefill} />
      ) : (
        <Notice tone="warning">{t("declare.forbidden")}</Notice>
      )}
    </>
  );
}
