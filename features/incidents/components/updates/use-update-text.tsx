"use client";
import { useTranslations } from "next-intl";
import type { EntryView } from "../../timeline/schema";
import { updateParts } from "../../updates/update-parts";

/** The Markdown of an entry as this reader sees it: the parts of an update are named in their language. */
export function useUpdateText(): (entry: EntryView) => string {
  const t = useTranslations("incidents.updates.part");
  return (entry) => {
    if (entry.kind !== "update") return entry.body;
    const parts = updateParts(entry);
    if (!parts.actions && !parts.needs) return parts.condition;
    const named = (["condition", "actions", "needs"] as const).filter((name) => parts[name]);
    return named.map((name) => `**${t(name)}**\n\n${parts[name]}`).join("\n\n");
  };
}
