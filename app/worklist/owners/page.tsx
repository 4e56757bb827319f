import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { PageLink } from "@/components/ui/page-link";
import { OwnersList } from "@/features/runbooks/worklist/components/owners-list";
import { loadOwners } from "@/features/runbooks/worklist/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("worklist.owners"))("title") };
}

export default async function OwnersPage() {
  const t = await getTranslations("worklist.owners");
  const { owners, people, me } = await loadOwners();
  return (
    <div className="mx-auto max-w-6xl">
      <PageHeader
        title={t("title")}
        description={t("lead")}
        eyebrow={
          <PageLink href="/worklist" className="hover:text-ink hover:underline">
            {t("back")}
          </PageLink>
        }
      />
      {owners.length > 0 ? (
        <OwnersList owners={owners} people={people} me={me} />
      ) : (
        <EmptyState title={t("empty")}>{t("emptyLead")}</EmptyState>
      )}
    </div>
  );
}
