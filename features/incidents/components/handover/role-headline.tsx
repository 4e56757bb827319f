"use client";
import { useTranslations } from "next-intl";
import type { EntryView } from "../../timeline/schema";
import { roleNames } from "../../vocabulary";

const nameOf = (value: unknown): string => {
  const name = typeof value === "object" && value !== null && "name" in value ? value.name : "";
  return typeof name === "string" ? name : "";
};

/** What an entry about a role did, in the reader's language: taken, taken over from somebody, offered, handed over, laid down. */
export function useRoleHeadline(): (data: EntryView["data"]) => string | null {
  const t = useTranslations("incidents");
  return (data) => {
    const known = roleNames.find((name) => name === data.role);
    if (!known) return null;
    const role = t(`role.${known}`);
    switch (data.event) {
      case "handover_offered":
        return t("handover.did.offered", { role, to: nameOf(data.to) });
      case "handover_accepted":
        return t("handover.did.accepted", { role, from: nameOf(data.from) });
      case "handover_declined":
        return t("handover.did.declined", { role, from: nameOf(data.from) });
      case "handover_withdrawn":
        return t("handover.did.withdrawn", { role, to: nameOf(data.to) });
    }
    const [person, previous] = [nameOf(data.person), nameOf(data.previous)];
    if (data.action !== "assumed") return t("timeline.did.renounced", { role });
    return previous
      ? t("handover.did.takenOver", { role, person, previous })
      : t("timeline.did.assumed", { role, person });
  };
}
