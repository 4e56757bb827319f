"use client";
import { useTranslations } from "next-intl";
import { DateTime } from "@/components/ui/time";
import type { EntryView } from "../../timeline/schema";

const text = (value: unknown) => (typeof value === "string" ? value : "");

/** What an entry about updates for stakeholders and their links did, in the reader's language. */
export function useUpdateHeadline(): (data: EntryView["data"]) => React.ReactNode {
  const t = useTranslations("incidents.updates.did");
  return (data) => {
    const at = (value: unknown) => () => (text(value) ? <DateTime at={text(value)} style="time" /> : "—");
    const title = text(data.title);
    switch (data.event) {
      case "update-due":
        return t.rich("due", { at: at(data.dueAt) });
      case "next-update":
        return data.to ? t.rich("moved", { at: at(data.to) }) : t("none");
      case "share-link-made":
        return t.rich("linkMade", { title, at: () => <DateTime at={text(data.expiresAt)} /> });
      case "share-link-revoked":
        return t("linkRevoked", { title });
      case "share-link-opened":
        return t("linkOpened", { title });
      case "follow_up_changed":
        return t("followUp", { title, owner: text(data.owner), dueOn: text(data.dueOn) });
    }
    return null;
  };
}
