import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/features/identity/components/admin-frame";
import { AuditTable } from "@/features/identity/components/audit-table";
import { loadAuditLog } from "@/features/identity/loaders";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("identity.audit"))("title") };
}

export default async function AuditPage({ searchParams }: Props) {
  const page = await loadAuditLog(await searchParams);
  return (
    <AdminFrame section="audit">
      <AuditTable {...page} />
    </AdminFrame>
  );
}
