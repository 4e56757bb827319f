import { BookOpen, FileDown, Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { SubmitOnChange } from "../../components/lists/submit-on-change";
import { runbookHref } from "../../links";
import { type ExportScope, exportName, scopeQuery } from "../scope";
import { BinderDownload } from "./binder-download";

type Props = {
  scope: ExportScope;
  title: string | null;
  services: string[];
  count: number;
  tooMany: number | null;
  committed: boolean;
};

/** What to take along, and how: as a binder, as files, on paper. Works without JavaScript. */
export function ExportChoices({ scope, title, services, count, tooMany, committed }: Props) {
  const t = useTranslations("exports.page");
  const chosen = scope.kind === "everything" ? "" : scope.kind === "service" ? scope.service : scope.path;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t("title")} description={t("description")} />
      <SubmitOnChange action="/export" className="mb-6 flex flex-wrap items-end gap-3">
        <Field label={t("what")} className="min-w-0 flex-1 basis-60">
          <Select key={exportName(scope)} name="of" defaultValue={chosen}>
            {scope.kind === "runbook" && (
              <option value={scope.path}>{t("runbook", { title: title ?? scope.path })}</option>
            )}
            <option value="">{t("everything")}</option>
            {services.map((service) => (
              <option key={service} value={service}>
                {t("service", { service })}
              </option>
            ))}
          </Select>
        </Field>
        <noscript>
          <Button type="submit">{t("choose")}</Button>
        </noscript>
      </SubmitOnChange>
      {count === 0 ? (
        <EmptyState title={t("nothing")}>{t("nothingHint")}</EmptyState>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          <Way icon={<BookOpen aria-hidden className="size-5" />} title={t("binder")} text={t("binderText")}>
            {tooMany === null ? (
              <BinderDownload
                key={exportName(scope)}
                href={`/api/v1/runbook-exports/binder${scopeQuery(scope)}`}
                name={`${exportName(scope)}.html`}
              />
            ) : (
              <p className="text-warning">{t("tooLarge", { count, limit: tooMany })}</p>
            )}
          </Way>
          <Way icon={<FileDown aria-hidden className="size-5" />} title={t("files")} text={t("filesText")}>
            {committed ? (
              <a download href={`/api/v1/runbook-exports/source${scopeQuery(scope)}`} className={downloadLook}>
                {scope.kind === "runbook" ? t("filesOne") : t("filesZip")}
              </a>
            ) : (
              <p className="text-muted">{t("noCommit")}</p>
            )}
          </Way>
          <Way icon={<Printer aria-hidden className="size-5" />} title={t("print")} text={t("printText")}>
            {scope.kind === "runbook" ? (
              <a href={`${runbookHref(scope.path)}/print`} className={downloadLook}>
                {t("printGet")}
              </a>
            ) : (
              <p className="text-muted">{t("printMany")}</p>
            )}
          </Way>
        </ul>
      )}
    </div>
  );
}

type WayProps = { icon: ReactNode; title: string; text: string; children: ReactNode };

function Way({ icon, title, text, children }: WayProps) {
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 py-5">
      <span className="mt-0.5 text-accent">{icon}</span>
      <div>
        <h2 className="text-lg font-semibold">{title}</h2>
        <p className="mt-1 max-w-[72ch] text-muted">{text}</p>
        <div className="mt-3">{children}</div>
      </div>
    </li>
  );
}

const downloadLook =
  "inline-flex h-9 items-center gap-2 rounded border border-line-strong/60 bg-surface px-3 font-medium hover:bg-raised";
