"use client";
import { useTranslations } from "next-intl";
import { Activity, useCallback } from "react";
import { OutboxStrip } from "@/components/layout/outbox/outbox-strip";
import { useWakeOutbox } from "@/components/layout/outbox/use-wake-outbox";
import { useToast } from "@/components/ui/toast";
import type { AppendedEntry } from "../../timeline/schema";
import { Composer } from "../composer/composer";
import { useDraft } from "../composer/use-draft";
import { useTimelineOutbox } from "../composer/use-outbox";
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
    (entry: AppendedEntry | null) => {
      if (entry) addEntries([entry]);
      if (entry?.kind !== "note") void refresh();
    },
    [addEntries, refresh],
  );
  const outbox = useTimelineOutbox(api, onWritten);
  useWakeOutbox(connection === "live");
  const restore = (id: string, body: string) => {
    if (text.trim() !== "") toast({ title: text, tone: "info" });
    setText(body);
    outbox.discard(id);
  };
  return (
    <>
      <Activity>
        <Timeline />
      </Activity>
      <OutboxStrip lost={connection === "lost"} className="border-t" />
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
