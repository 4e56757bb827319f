"use client";
import { Clock3, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { OutboxItem } from "../../live/outbox";

type UnsentProps = {
  items: OutboxItem[];
  onRetry: (id: string) => void;
  onDiscard: (id: string) => void;
  /** Puts the text back into the composer. */
  onRestore: (item: OutboxItem) => void;
};

/** What was written here and is not on the timeline yet: on its way, waiting for the network, or refused with the reason. */
export function Unsent({ items, onRetry, onDiscard, onRestore }: UnsentProps) {
  const t = useTranslations("incidents.timeline");
  if (items.length === 0) return null;
  return (
    <ul aria-live="polite" className="max-h-[30vh] overflow-y-auto border-t border-dashed border-line px-2 py-1">
      {items.map((item) => {
        const refused = item.state === "refused";
        const Icon = refused ? TriangleAlert : Clock3;
        return (
          <li key={item.id} className="flex flex-wrap items-start gap-x-2.5 gap-y-1 rounded px-2 py-1">
            <Icon aria-hidden className={refused ? "mt-0.5 size-4 text-danger" : "mt-0.5 size-4 text-muted"} />
            <div className="min-w-0 flex-1 basis-40">
              <p className="whitespace-pre-wrap wrap-anywhere">{item.body}</p>
              <p className={refused ? "text-sm text-danger" : "text-sm text-muted"}>
                {refused
                  ? t("refused", { why: item.why ?? "" })
                  : item.state === "sending"
                    ? t("sending")
                    : [t("unsent"), item.why].filter(Boolean).join(": ")}
              </p>
            </div>
            {refused && (
              <>
                <Button size="sm" onClick={() => onRestore(item)}>
                  {t("restore")}
                </Button>
                <Button size="sm" variant="ghost" onClick={() => onDiscard(item.id)}>
                  {t("discard")}
                </Button>
              </>
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
