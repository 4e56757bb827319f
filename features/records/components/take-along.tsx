import { FileDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { PageLink } from "@/components/ui/page-link";

/** The incident's record as a file, for a post-mortem or for another portal. */
export function TakeAlong({ incidentKey }: { incidentKey: string }) {
  const t = useTranslations("records.export");
  const more = useTranslations("incidents.postMortem");
  const base = `/api/v1/incidents/${incidentKey}`;
  return (
    <section className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 py-3 text-sm">
      <h2 className="flex basis-full items-center gap-2 font-semibold">
        <FileDown aria-hidden className="size-4 text-muted" />
        {t("title")}
      </h2>
      <PageLink className="py-1 text-accent underline" href={`/incidents/${incidentKey}/post-mortem`}>
        {more("link")}
      </PageLink>
      <PageLink className="py-1 text-accent underline" href={`/incidents/${incidentKey}/record`}>
        {more("record")}
      </PageLink>
      <a className="py-1 text-accent underline" href={`${base}/record`} download={`${incidentKey}.md`}>
        {t("markdown")}
      </a>
      <a className="py-1 text-accent underline" href={`${base}/export`} download={`${incidentKey}.json`}>
        {t("json")}
      </a>
    </section>
  );
}
