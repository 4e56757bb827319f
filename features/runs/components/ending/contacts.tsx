"use client";
import { useTranslations } from "next-intl";
import type { RunView } from "../../schema";

type Contacts = RunView["contacts"];

/** Whom to call at this severity first, and everybody else that the runbook names below. */
export function ContactList({ run }: { run: RunView }) {
  const t = useTranslations("runs.clocks.contacts");
  const severity = run.incident?.severity ?? run.severity;
  const { contacts } = run;
  if (contacts.length === 0) return <p className="text-muted">{t("none")}</p>;
  const named = contacts.filter((contact) => severity !== null && contact.for.includes(severity));
  const anySeverity = contacts.filter((contact) => contact.for.length === 0);
  const others = contacts.filter((contact) => !named.includes(contact) && !anySeverity.includes(contact));
  if (severity === null || others.length === 0) return <Lines contacts={[...named, ...anySeverity, ...others]} />;
  return (
    <div className="grid gap-3">
      {named.length + anySeverity.length > 0 && (
        <section aria-label={t("first", { severity })} className="grid gap-1">
          <h3 className="text-sm font-semibold text-muted">{t("first", { severity })}</h3>
          <Lines contacts={[...named, ...anySeverity]} />
        </section>
      )}
      <section aria-label={t("others")} className="grid gap-1 text-sm">
        <h3 className="text-sm font-semibold text-muted">{t("others")}</h3>
        <Lines contacts={others} />
      </section>
    </div>
  );
}

function Lines({ contacts }: { contacts: Contacts }) {
  return (
    <ul className="grid gap-1">
      {contacts.map(({ name, channel, for: severities }) => (
        <li key={`${name} ${channel}`} className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-semibold">{name}</span>
          {channel && <span>{channel}</span>}
          {severities.length > 0 && <span className="text-sm text-muted">{severities.join(", ")}</span>}
        </li>
      ))}
    </ul>
  );
}
