import { stringify } from "yaml";
import { keyOf } from "@/features/incidents/key";
import type { Locale } from "@/lib/context";
import { maskSecrets } from "@/lib/secrets/mask-secrets";
import type { IncidentExport } from "../../export-schema";
import { impactPart } from "./impact-part";
import { lessonsPart } from "./lessons-part";
import { type DraftLimits, draftBytes, draftLimits } from "./limits";
import { pathPart } from "./path-part";
import { plainLine, safeMarkdown } from "./safe-markdown";
import { timelinePart } from "./timeline-part";
import { draftWords } from "./words";

/**
 * A post-mortem drafted from the record of an incident, as MDX that passes the gate whatever people wrote: facts filled in,
 * questions as comments. Pure: the same record gives the same text.
 */
export function postMortemDraft(record: IncidentExport, locale: Locale): string {
  let draft = "";
  for (const limits of draftLimits) {
    draft = draftWithin(record, locale, limits);
    if (new TextEncoder().encode(draft).length <= draftBytes) break;
  }
  return draft;
}

function draftWithin(record: IncidentExport, locale: Locale, limits: DraftLimits): string {
  const words = draftWords(locale);
  const { t } = words;
  const { incident, followUps } = record;
  const key = keyOf(incident.number);
  const section = (title: string, hint: string, body: string) =>
    [`## ${title}`, hint && `{/* ${hint} */}`, body].filter(Boolean).join("\n\n");
  const followUp = ({ title, ownerName, dueOn, doneAt }: IncidentExport["followUps"][number]) =>
    `- [${doneAt ? "x" : " "}] ${plainLine(maskSecrets(title))} · ${plainLine(ownerName)} · ${dueOn.slice(0, 10)}`;
  const own = (text: string | null) => safeMarkdown(maskSecrets(text ?? ""), 10 * limits.text);
  return `${[
    frontMatter(incident, locale),
    t("back", { link: `[${key}](/incidents/${key})` }),
    section(t("summary"), t("hint.summary"), own(incident.summary)),
    section(t("impact"), "", impactPart(incident, words)),
    section(t("timeline"), t("hint.timeline"), timelinePart(record, key, words, limits)),
    section(t("path"), "", pathPart(record, key, words, limits)),
    lessonsPart(record, words),
    section(words.words("incidents.fact.rootCause"), t("hint.rootCause"), own(incident.rootCause)),
    section(t("followUps"), t("hint.followUps"), followUps.map(followUp).join("\n")),
  ].join("\n\n")}\n`;
}

/** Where a post-mortem is kept: `postmortems/inc-42-la-api-no-responde`. The number makes it unique. */
export function postMortemPath({ number, title }: Pick<IncidentExport["incident"], "number" | "title">): string {
  const words = title
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
  return `postmortems/inc-${number}${words ? `-${words}` : ""}`;
}

function frontMatter(incident: IncidentExport["incident"], locale: Locale): string {
  const { impactStartedAt, declaredAt, mitigatedAt, resolvedAt } = incident;
  const text = maskSecrets(incident.title).replaceAll(/\s+/g, " ").trim();
  const matter = {
    title: text,
    incident: keyOf(incident.number),
    kind: incident.kind,
    severity: incident.severity,
    services: incident.services,
    lang: locale,
    ...(impactStartedAt ? { impactStarted: impactStartedAt } : {}),
    declared: declaredAt,
    ...(mitigatedAt ? { mitigated: mitigatedAt } : {}),
    ...(resolvedAt ? { resolved: resolvedAt } : {}),
  };
  return `---\n${stringify(matter, { lineWidth: 0 })}---`;
}
