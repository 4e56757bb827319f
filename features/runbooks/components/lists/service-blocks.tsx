import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { PageLink } from "@/components/ui/page-link";
import { scrollable } from "@/components/ui/scrollable";
import { SeverityMark } from "@/components/ui/severity-mark";
import type { RunbookPath } from "../../artifact";
import type { ReadableRunbook } from "../../library/runbook";
import { runbookHref } from "../../links";
import type { TriageRow } from "../../plan";

/** Rows of a table, and lists, that somebody looks through. */
const shown = 50;

/** "What do you see?" of all the runbooks of a service, in one table. */
export function ServiceTriage({ runbooks }: { runbooks: ReadableRunbook[] }) {
  const t = useTranslations("reading.service");
  const large = useTranslations("reading.large");
  const rows = runbooks
    .filter(({ facts }) => facts.hasTriage)
    .slice(0, shown)
    .flatMap(({ path, outline }) =>
      outline.plan.triages.flatMap((triage) => triage.rows.map((row) => ({ path, row }))),
    );
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="triage" className="mb-8">
      <h2 id="triage" className="mb-2 text-lg font-semibold">
        {t("triage")}
      </h2>
      <div {...scrollable} className="prose overflow-x-auto">
        <table>
          <thead>
            <tr>
              <th>{t("symptom")}</th>
              <th>{t("severity")}</th>
              <th>{t("action")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map(({ path, row }) => (
              <tr key={`${path} ${row.symptom}`}>
                <td>{row.symptom}</td>
                <td>{row.severity ? <SeverityMark severity={row.severity} /> : row.severityText}</td>
                <td>
                  <TriageAction path={path} row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > shown && <p className="text-muted">{large("moreRows", { count: rows.length - shown })}</p>}
    </section>
  );
}

function TriageAction({ path, row: { action, goto } }: { path: RunbookPath; row: TriageRow }) {
  if (!goto) return action;
  const href = goto.includes("/") ? `/runbooks/${goto}` : runbookHref(path, goto);
  return <PageLink href={href}>{action}</PageLink>;
}

/** The checklists of a service, with the moment at which each is attached to an incident. */
export function ServiceChecklists({ runbooks }: { runbooks: ReadableRunbook[] }) {
  const t = useTranslations("reading");
  const lists = runbooks
    .filter(({ facts }) => facts.hasChecklists)
    .slice(0, shown)
    .flatMap(({ path, outline }) => outline.plan.checklists.map((list) => ({ path, list })));
  if (lists.length === 0) return null;
  return (
    <section aria-labelledby="checklists" className="mb-8">
      <h2 id="checklists" className="mb-2 text-lg font-semibold">
        {t("service.checklists")}
      </h2>
      <ul>
        {lists.slice(0, shown).map(({ path, list }) => (
          <li
            key={`${path} ${list.id}`}
            className="flex flex-wrap items-baseline gap-x-3 border-b border-line py-2 last:border-0"
          >
            <PageLink href={runbookHref(path, list.id)} className="font-medium text-accent hover:underline">
              {list.title}
            </PageLink>
            {list.when && <Badge tone="accent">{t(`blocks.when.${list.when}`)}</Badge>}
            <span className="text-sm text-muted">{t("service.items", { count: list.items.length })}</span>
          </li>
        ))}
      </ul>
      {lists.length > shown && (
        <p className="text-muted">{t("large.moreChecklists", { count: lists.length - shown })}</p>
      )}
    </section>
  );
}
