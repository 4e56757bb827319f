"use client";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { ButtonLink } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { AppendedEntry } from "../../timeline/schema";
import { Composer } from "../composer/composer";
import { useDraft } from "../composer/use-draft";
import { useOutbox } from "../composer/use-outbox";
import { Timeline } from "../timeline/timeline";
import { Unsent } from "../timeline/unsent";
import { useLiveIncident } from "./live-incident";

/** The timeline, what is not on it yet, and the composer, with one calm line when something is in the way. */
export function TimelineColumn() {
  const t = useTranslations("incidents.view");
  const { incident, can, api, connection, addEntries, refresh } = useLiveIncident();
  const [text, setText] = useDraft(incident.key);
  const toast = useToast();
  const onWritten = useCallback(
    (entry: AppendedEntry) => {
      addEntries([entry]);
      if (entry.kind !== "note") void refresh();
    },
    [addEntries, refresh],
  );
  const outbox = useOutbox(api, onWritten);
  const waiting = outbox.items.filter(({ state }) => state !== "refused" && state !== "sending").length;
  const held = outbox.items.some(({ state }) => state === "held");
  const restore = (id: string, body: string) => {
    if (text.trim() !== "") toast({ title: text, tone: "info" });
    setText(body);
    outbox.discard(id);
  };
  return (
    <>
      <Timeline />
      {(connection === "lost" || waiting > 0) && (
        <p
          role="status"
          className="flex flex-wrap items-center gap-2 border-t border-line bg-warning-soft px-4 py-1.5 text-sm"
        >
          {held ? t("signedOut") : connection === "lost" ? t("lost") : t("keeping")}
          {waiting > 0 && <strong className="font-medium">{t("waiting", { count: waiting })}</strong>}
          {held && (
            <ButtonLink size="sm" href={`/sign-in?callbackUrl=${encodeURIComponent(`/incidents/${incident.key}`)}`}>
              {t("signIn")}
            </ButtonLink>
          )}
        </p>
      )}
      <Unsent
        items={outbox.items}
        onRetry={outbox.retry}
        onDiscard={outbox.discard}
        onRestore={({ id, body }) => restore(id, body)}
      />
      {can.append ? (
        <>
          {incident.status === "closed" && (
            <p className="border-t border-line px-4 py-1.5 text-sm text-muted">{t("closedNote")}</p>
          )}
          <Composer text={text} onText={setText} onSend={outbox.send} />
        </>
      ) : (
        <p className="border-t border-line px-4 py-3 text-sm text-muted">{t("readOnly")}</p>
      )}
    </>
  );
}
