import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DrillsDue } from "@/app/drills-due";
import { ReadingProgress } from "@/app/reading-progress";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/features/runbooks/components/lists/pager";
import { RunbookRow } from "@/features/runbooks/components/lists/runbook-row";
import { ServiceChecklists, ServiceTriage } from "@/features/runbooks/components/lists/service-blocks";
import { BrokenNotices } from "@/features/runbooks/components/page/broken-notices";
import { Contacts, FactGroup, ToolLinks } from "@/features/runbooks/components/page/facts";
import { ExportLink } from "@/features/runbooks/export/components/export-link";
import { loadService } from "@/features/runbooks/reading/loaders";

type Props = {
  params: Promise<{ service: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).service) };
}

export default async function ServicePage({ params, searchParams }: Props) {
  const t = await getTranslations("reading.service");
  const { page } = await searchParams;
  const name = decodeURIComponent((await params).service);
  const { list, broken, readable, links, contacts } = await loadService(
    name,
    typeof page === "string" ? page : undefined,
  );
  return (
    <>
      <PageHeader title={name} description={t("count", { count: list.total })} actions={<ExportLink of={name} />} />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="min-w-0">
          <ReadingProgress />
          <BrokenNotices broken={broken} />
          <DrillsDue service={name} />
          <ServiceTriage runbooks={readable} />
          <section aria-labelledby="runbooks" className="mb-8">
            <h2 id="runbooks" className="text-lg font-semibold">
              {t("runbooks")}
            </h2>
            <ul>
              {list.items.map((runbook) => (
                <RunbookRow key={runbook.path} runbook={runbook} procedures />
              ))}
            </ul>
            <Pager page={list} action={`/runbooks/${name}`} />
          </section>
          <ServiceChecklists runbooks={readable} />
        </div>
        <aside aria-label={t("facts")} className="grid content-start gap-5">
          {links.length > 0 && (
            <FactGroup title={t("links")}>
              <ToolLinks links={links} />
            </FactGroup>
          )}
          {contacts.length > 0 && (
            <FactGroup title={t("contacts")}>
              <Contacts contacts={contacts} />
            </FactGroup>
          )}
        </aside>
      </div>
    </>
  );
}
