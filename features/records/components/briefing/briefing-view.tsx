import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { PageLink } from "@/components/ui/page-link";
import { SeverityMark } from "@/components/ui/severity-mark";
import { StatusMark } from "@/components/ui/status-mark";
import { CalendarDay, DateTime, RelativeTime } from "@/components/ui/time";
import type { Briefing } from "../../briefing/schema";

const link = "text-accent underline-offset-2 hover:underline";

type Entry = Briefing["decisions"][number];
type Props = {
  briefing: Briefing;
  /** How an entry, and Markdown of its own, is shown. */
  entry: (entry: Entry) => ReactNode;
  markdown: (text: string) => ReactNode;
};

/** What somebody needs who takes over, on one screen: what was left for them first, then where it stands, then what happened. */
export function BriefingView({ briefing, entry: show, markdown }: Props) {
  const t = useTranslations("records.briefing");
  const words = useTranslations("incidents");
  const { incident, roles, offers, last, happened, decisions, lastUpdate, runs, checklists, followUps } = briefing;
  const at = `/incidents/${incident.key}`;
  return (
    <article className="mx-auto max-w-5xl pb-6">
      <header className="mb-4">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          <PageLink href={at} className={`font-mono ${link}`}>
            {incident.key}
          </PageLink>
          <SeverityMark severity={incident.severity} />
          <span>{words(`status.${incident.status}`)}</span>
          {incident.kind === "drill" && <Badge>{words("kind.drill")}</Badge>}
        </p>
        <h1 className="text-xl font-semibold wrap-anywhere">{t("title", { title: incident.title })}</h1>
      </header>
      {offers.map((offer) => (
        <section
          key={offer.id}
          aria-label={t("note")}
          className="mb-4 rounded border border-accent/40 bg-accent-soft px-4 py-3"
        >
          <h2 className="text-sm font-semibold">
            {t("noteFrom", { from: offer.from.name, role: words(`role.${offer.role}`) })}
          </h2>
          {offer.note ? markdown(offer.note) : <p className="text-muted">{t("noNote")}</p>}
        </section>
      ))}
      <div className="grid gap-x-8 gap-y-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid content-start gap-5">
          <Part title={t("openSteps")} none={runs.length === 0 && t("noRuns")}>
            {runs.map((run) => (
              <div key={run.id}>
                <p>
                  <PageLink href={`${at}/runs/${run.id}`} className={`font-medium ${link}`}>
                    {run.title}
                  </PageLink>{" "}
                  <span className="text-sm text-muted">{t("progress", { done: run.done, total: run.total })}</span>
                </p>
                <ul className="mt-1 grid gap-0.5 pl-2">
                  {run.steps.map((step) => (
                    <li key={step.id} className="flex flex-wrap items-baseline gap-x-2">
                      <StatusMark state={step.state} />
                      <span className="wrap-anywhere">{step.title}</span>
                      {step.claimedBy && <span className="text-sm text-muted">{step.claimedBy}</span>}
                      {step.next && <Badge tone="accent">{t("next")}</Badge>}
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </Part>
          <Part title={t("decisions")} none={decisions.length === 0 && t("noDecisions")}>
            <Entries entries={decisions} show={show} />
          </Part>
          <Part
            title={last ? t("since") : t("all")}
            none={happened.entries.length === 0 && t("nothing")}
            action={
              last && (
                <PageLink href={`${at}/briefing?since=0`} className={`text-sm ${link}`}>
                  {t("fromStart")}
                </PageLink>
              )
            }
          >
            {last && (
              <p className="text-sm text-muted">
                {t("lastHere")} <RelativeTime at={last.at} />
              </p>
            )}
            {happened.left > 0 && (
              <p className="text-sm text-muted">
                <PageLink href={at} className={link}>
                  {t("left", { count: happened.left })}
                </PageLink>
              </p>
            )}
            <Entries entries={happened.entries} show={show} />
            {happened.steps > 0 && <p className="text-sm text-muted">{t("steps", { count: happened.steps })}</p>}
          </Part>
        </div>
        <div className="grid content-start gap-5">
          <Part title={t("nextUpdate")}>
            <p>{incident.nextUpdateDueAt ? <DateTime at={incident.nextUpdateDueAt} /> : t("noneDue")}</p>
            {lastUpdate ? (
              <>
                <p className="text-sm text-muted">
                  {t("lastUpdate")} <RelativeTime at={lastUpdate.happenedAt} />
                </p>
                <div className="border-l-2 border-accent pl-3">{show(lastUpdate)}</div>
              </>
            ) : (
              <p className="text-sm text-muted">{t("noUpdate")}</p>
            )}
          </Part>
          <Part title={t("roles")} none={roles.length === 0 && t("nobody")}>
            <ul className="grid gap-0.5">
              {roles.map(({ role, person, since }) => (
                <li key={role} className="flex flex-wrap gap-x-2">
                  <span className="text-muted">{words(`role.${role}`)}</span>
                  <span className="font-medium">{person.name}</span>
                  <span className="text-sm text-muted">
                    <RelativeTime at={since} />
                  </span>
                </li>
              ))}
            </ul>
          </Part>
          <Part title={t("checklists")} none={checklists.length === 0 && t("noneOpen")}>
            {checklists.map(({ title, open }) => (
              <div key={title}>
                <p className="text-sm font-medium">{title}</p>
                <ul className="list-[circle] pl-5 text-sm">
                  {open.map((item) => (
                    <li key={item} className="wrap-anywhere">
                      {item}
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </Part>
          <Part title={t("followUps")} none={followUps.length === 0 && t("noneOpen")}>
            <ul className="grid gap-1 text-sm">
              {followUps.map((followUp) => (
                <li key={followUp.id} className="wrap-anywhere">
                  {followUp.title}{" "}
                  <span className="text-muted">
                    {followUp.owner.name} · <CalendarDay day={followUp.dueOn} />
                  </span>
                </li>
              ))}
            </ul>
          </Part>
        </div>
      </div>
    </article>
  );
}

type PartProps = { title: string; none?: string | false; action?: ReactNode; children?: ReactNode };

function Part({ title, none, action, children }: PartProps) {
  return (
    <section>
      <div className="mb-1 flex items-baseline gap-3 border-b border-line pb-0.5">
        <h2 className="flex-1 text-sm font-semibold">{title}</h2>
        {action}
      </div>
      <div className="grid gap-2">{none ? <p className="text-sm text-muted">{none}</p> : children}</div>
    </section>
  );
}

function Entries({ entries, show }: { entries: Entry[]; show: Props["entry"] }) {
  return (
    <ol className="grid gap-1.5">
      {entries.map((entry) => (
        <li key={entry.id} className="grid grid-cols-[3.25rem_minmax(0,1fr)] gap-x-2">
          <span className="text-sm text-muted">
            <DateTime at={entry.happenedAt} style="time" />
          </span>
          <div className="min-w-0">
            <span className="text-sm text-muted">{entry.actor.name}</span>
            {show(entry)}
          </div>
        </li>
      ))}
    </ol>
  );
}
