"use client";
import { Clock3, LockKeyhole, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { v7 } from "uuid";
import { useOutbox } from "@/components/layout/outbox/use-outbox";
import { Button } from "@/components/ui/button";
import { DateTime } from "@/components/ui/time";
import type { OutboxItem } from "@/lib/offline/outbox-item";
import { againstVersion } from "@/lib/offline/outbox-order";
import { changeOf } from "../../live/with-unsent";
import { Theirs } from "./theirs";

type UnsentProps = {
  items: OutboxItem[];
  onRetry: (id: string) => void;
  onDiscard: (id: string) => void;
  /** Puts the text of an entry back into the composer. */
  onRestore: (item: { id: string; body: string }) => void;
};

const icons = { sending: Clock3, waiting: Clock3, held: LockKeyhole, refused: TriangleAlert };

/** What was written here and is not on the timeline yet: on its way, waiting for the network, or refused with the reason. */
export function Unsent({ items, onRetry, onDiscard, onRestore }: UnsentProps) {
  const t = useTranslations("incidents.timeline");
  if (items.length === 0) return null;
  return (
    <ul aria-live="polite" className="max-h-[30vh] overflow-y-auto border-t border-dashed border-line px-2 py-1">
      {items.map((item) => {
        const refused = item.state === "refused";
        const Icon = icons[item.state];
        const text = changeOf(item)?.does === "entry" ? textOf(item) : null;
        return (
          <li key={item.id} className="flex flex-wrap items-start gap-x-2.5 gap-y-1 rounded px-2 py-1">
            <Icon aria-hidden className={refused ? "mt-0.5 size-4 text-danger" : "mt-0.5 size-4 text-muted"} />
            <div className="min-w-0 flex-1 basis-40">
              <p className="whitespace-pre-wrap wrap-anywhere">{item.label}</p>
              {refused ? (
                <>
                  <p className="text-sm text-danger">{t("refused", { why: item.why?.title ?? "" })}</p>
                  <Theirs item={item} />
                </>
              ) : (
                <p className="text-sm text-muted">
                  {item.state === "sending" ? (
                    t("sending")
                  ) : (
                    <>
                      <span>{[t("unsent"), item.why?.title].filter(Boolean).join(": ")}</span>{" "}
                      <DateTime at={item.writtenAt} style="time" />
                    </>
                  )}
                </p>
              )}
            </div>
            {refused && text !== null && (
              <Button size="sm" onClick={() => onRestore({ id: item.id, body: text })}>
                {t("restore")}
              </Button>
            )}
            {refused && <Again item={item} />}
            {refused && (
              <Button size="sm" variant="ghost" onClick={() => onDiscard(item.id)}>
                {t("discard")}
              </Button>
            )}
            {(item.state === "waiting" || item.state === "held") && (
              <Button size="sm" onClick={() => onRetry(item.id)}>
                {t("retry")}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Sends a refused write again: against what is there now after a conflict, else as it is. */
function Again({ item }: { item: OutboxItem }) {
  const t = useTranslations("outbox");
  const { outbox } = useOutbox();
  const body = againstVersion(item);
  return (
    <Button size="sm" onClick={() => void outbox?.again(item.id, body ? { id: v7(), body } : {})}>
      {t(body ? "mine" : "retry")}
    </Button>
  );
}

const textOf = ({ body, label }: OutboxItem): string =>
  body !== null && !(body instanceof Blob) && typeof body.body === "string" ? body.body : label;
