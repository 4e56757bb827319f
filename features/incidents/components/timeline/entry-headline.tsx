"use client";
import { useTranslations } from "next-intl";
import { SeverityMark } from "@/components/ui/severity-mark";
import { correctable } from "../../facts/changes";
import { isSeverity } from "../../severity/is-severity";
import type { EntryView } from "../../timeline/schema";
import { incidentStatuses } from "../../vocabulary";
import { useRoleHeadline } from "../handover/role-headline";
import { useUpdateHeadline } from "../updates/update-headline";
import { useClockHeadline } from "./clock-headline";

const text = (value: unknown) => (typeof value === "string" ? value : "");
const oneOf = <T extends string>(known: readonly T[], value: unknown): T | null =>
  known.find((each) => each === value) ?? null;

/**
 * What an entry did, in the reader's language, made from its data.
 * @returns null for entries that are their text
 */
export function useHeadline(): (entry: EntryView) => React.ReactNode {
  const t = useTranslations("incidents");
  const clockHeadline = useClockHeadline();
  const roleHeadline = useRoleHeadline();
  const updateHeadline = useUpdateHeadline();
  return ({ kind, data }) => {
    const [from, to] = [oneOf(incidentStatuses, data.from), oneOf(incidentStatuses, data.to)];
    switch (kind) {
      case "status":
        if (data.event === "declared") return t("timeline.did.declared");
        return from && to ? t("timeline.did.status", { from: t(`status.${from}`), to: t(`status.${to}`) }) : null;
      case "severity":
        return isSeverity(data.from) && isSeverity(data.to) ? (
          <span className="inline-flex flex-wrap items-center gap-1.5">
            <SeverityMark severity={data.from} />→<SeverityMark severity={data.to} />
          </span>
        ) : null;
      case "role":
        return roleHeadline(data);
    }
    return eventHeadline(data);
  };

  function eventHeadline(data: EntryView["data"]) {
    const [title, owner, dueOn] = [text(data.title), text(data.owner), text(data.dueOn)];
    switch (data.event) {
      case "facts": {
        const facts = Object.keys((data.changes as object | undefined) ?? {}).flatMap((fact) => {
          const known = oneOf(correctable, fact);
          return known ? [t(`fact.${known}`).toLocaleLowerCase()] : [];
        });
        return t("timeline.did.facts", { facts: facts.join(", ") });
      }
      case "follow_up_added":
        return t("timeline.did.follow_up_added", { title, owner, dueOn });
      case "follow_up_done":
      case "follow_up_reopened":
        return t(`timeline.did.${data.event}`, { title });
      case "checklist_checked":
      case "checklist_unchecked":
        return t(`timeline.did.${data.event}`, { item: text(data.itemTitle) });
      case "runbook":
        return t("timeline.did.runbook");
    }
    return updateHeadline(data) ?? clockHeadline(data);
  }
}

/** The text under a headline: what the headline already says is left out. */
export function textUnderHeadline(entry: EntryView): string {
  const { kind, data, body } = entry;
  if (data.event === "declared" || data.event === "runbook" || data.event === "facts") return body;
  if (kind === "status" || kind === "severity") return text(data.reason);
  if (kind === "role" || data.event === "next-update") return text(data.text);
  return "";
}
