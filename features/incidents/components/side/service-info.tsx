import { ExternalLink } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ServiceInfo } from "../../library/service-info";
import { Panel } from "./panel";

const link = "text-accent underline-offset-2 hover:underline";

/** Runbooks that are named one by one beside an incident. */
const shown = 12;

/** Dashboards, contacts and runbooks of the incident's services. */
export function ServicesInfo({ services }: { services: ServiceInfo[] }) {
  const t = useTranslations("incidents.side");
  const links = services.flatMap((service) => service.links);
  const contacts = services.flatMap((service) => service.contacts);
  const runbooks = services.flatMap((service) => service.runbooks);
  return (
    <>
      {links.length > 0 && (
        <Panel title={t("links")}>
          <ul className="grid gap-1 text-sm">
            {links.map(({ title, url, purpose }) => (
              <li key={`${title} ${url}`}>
                <a href={url} target="_blank" rel="noreferrer" className={`inline-flex items-center gap-1 ${link}`}>
                  {title}
                  <ExternalLink aria-hidden className="size-3.5" />
                </a>
                {purpose && <span className="text-muted"> · {purpose}</span>}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {contacts.length > 0 && (
        <Panel title={t("contacts")}>
          <ul className="grid gap-1 text-sm">
            {contacts.map(({ name, channel, for: severities }) => (
              <li key={`${name} ${channel ?? ""}`} className="wrap-anywhere">
                {name}
                <span className="text-muted">
                  {[channel, severities.join(", ")].filter(Boolean).map((part) => ` · ${part}`)}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {runbooks.length > 0 && (
        <Panel title={t("runbooks")}>
          <ul className="grid gap-1 text-sm">
            {runbooks.slice(0, shown).map(({ path, title }) => (
              <li key={path}>
                <Link href={`/runbooks/${path}`} className={link} prefetch={false}>
                  {title}
                </Link>
              </li>
            ))}
            {runbooks.length > shown &&
              services.map(({ name, runbooks: own }) => (
                <li key={name}>
                  <Link href={`/runbooks/${name}`} className={link} prefetch={false}>
                    {t("allRunbooks", { name, count: own.length })}
                  </Link>
                </li>
              ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
