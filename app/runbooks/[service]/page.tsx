import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DrillsDue } from "@/app/drills-due";
import { PageHeader } from "@/components/ui/page-header";
import { RunbookRow } from "@/features/runbooks/components/lists/runbook-row";
import { ServiceChecklists, ServiceTriage } from "@/features/runbooks/components/lists/service-blocks";
import { BrokenNotice } from "@/features/runbooks/components/page/broken-notice";
import { Contacts, FactGroup, ToolLinks } from "@/features/runbooks/components/page/facts";
import { ExportLink } from "@/features/runbooks/export/components/export-link";
import { loadService } from "@/features/runbooks/reading/loaders";

type Props = { params: Promise<{ service: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).service) };
}

export default async function ServicePage({ params }: Props) {
  const t = await getTranslations("reading.service");
  const service = await loadService(decodeURIComponent((await params).service));
  const { catalogue, readable, links, contacts } = service;
  return (
    <>
      <PageHeader
        title={service.name}
        description={t("count", { count: catalogue.runbooks.length })}
        actions={<ExportLink of={service.name} />}
      />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="min-w-0">
          <div className="mb-6 grid gap-3 empty:hidden">
            {catalogue.broken.map((one) => (
              <BrokenNotice key={one.path} {...one} />
            ))}
          </div>
          <DrillsDue service={service.name} />
          <ServiceTriage runbooks={readable} />
          <section aria-labelledby="runbooks" className="mb-8">
            <h2 id="runbooks" className="text-lg font-semibold">
              {t("runbooks")}
            </h2>
            <ul>
              {catalogue.runbooks.map((runbook) => (
                <RunbookRow key={runbook.path} runbook={runbook} procedures />
              ))}
            </ul>
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
