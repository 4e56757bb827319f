import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { SeverityMark } from "@/components/ui/severity-mark";
import type { FrontMatter } from "../../schema";

/** A titled group of the column beside a runbook. */
export function FactGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-t border-line pt-4 first:border-0 first:pt-0">
      <h2 className="mb-2 text-sm font-semibold text-muted">{title}</h2>
      {children}
    </section>
  );
}

/** Dashboards and tools, each opening outside. */
export function ToolLinks({ links }: { links: FrontMatter["links"] }) {
  const t = useTranslations("reading");
  return (
    <ul className="grid gap-2">
      {links.map((link) => (
        <li key={link.url}>
          <a
            href={link.url}
            target="_blank"
            rel="noreferrer noopener"
            className="font-medium text-accent hover:underline"
          >
            {link.title}
            <ExternalLink role="img" aria-label={t("newTab")} className="ml-1 inline size-3.5 align-baseline" />
          </a>
          {link.purpose && <span className="block text-sm text-muted">{link.purpose}</span>}
        </li>
      ))}
    </ul>
  );
}

/** Whom to reach, where, and for which severities. */
export function Contacts({ contacts }: { contacts: FrontMatter["contacts"] }) {
  return (
    <ul className="grid gap-2">
      {contacts.map((contact) => (
        <li key={`${contact.name} ${contact.channel ?? ""}`}>
          <span className="font-medium">{contact.name}</span>
          {contact.channel && <span className="block text-sm text-muted wrap-anywhere">{contact.channel}</span>}
          {contact.for.length > 0 && (
            <span className="flex flex-wrap gap-2 text-sm">
              {contact.for.map((severity) => (
                <SeverityMark key={severity} severity={severity} />
              ))}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** How much hangs on a runbook, in words. */
export function CriticalityBadge({ criticality }: { criticality: FrontMatter["criticality"] }) {
  const t = useTranslations("reading.criticality");
  if (!criticality) return null;
  const tone = criticality === "critical" ? "danger" : criticality === "high" ? "warning" : "neutral";
  return <Badge tone={tone}>{t(criticality)}</Badge>;
}
