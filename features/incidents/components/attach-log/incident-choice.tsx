"use client";
import { useTranslations } from "next-intl";
import { PageLink } from "@/components/ui/page-link";
import { SeverityMark } from "@/components/ui/severity-mark";
import type { OpenIncidents } from "./use-open-incidents";

type Props = { known: OpenIncidents; chosen: string | null; onChoose: (key: string) => void };

/** The incidents that a log may go to; the one that its reader came from says so. */
export function IncidentChoice({ known, chosen, onChoose }: Props) {
  const t = useTranslations("finding.attachLog");
  if (known.state === "reading") return <p className="min-h-12 text-sm text-muted">{t("reading")}</p>;
  const { incidents, from, complete } = known;
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{t("incident")}</legend>
      {incidents.length > 0 && (
        <div className="max-h-52 divide-y divide-line overflow-y-auto rounded border border-line">
          {incidents.map(({ key, title, severity, kind }) => (
            <label
              key={key}
              className="flex min-h-11 cursor-pointer items-center gap-3 px-3 py-1.5 hover:bg-raised has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent"
            >
              <input
                type="radio"
                name="incident"
                value={key}
                checked={chosen === key}
                onChange={() => onChoose(key)}
                className="shrink-0 accent-accent"
              />
              {severity && <SeverityMark severity={severity} className="w-14 shrink-0" />}
              <span className="min-w-0 flex-1 wrap-anywhere">
                <span className="font-mono text-sm text-muted">{key}</span> {title}
                {(kind === "drill" || key === from) && (
                  <span className="block text-sm text-muted">{t(key === from ? "from" : "drill")}</span>
                )}
              </span>
            </label>
          ))}
        </div>
      )}
      {!complete && <p className="mt-1 text-sm text-warning">{t("unknown")}</p>}
      {complete && incidents.length === 0 && (
        <p className="text-sm">
          {t("none")}{" "}
          <PageLink href="/incidents/new" target="_blank" className="text-accent underline">
            {t("declare")}
          </PageLink>
        </p>
      )}
    </fieldset>
  );
}
