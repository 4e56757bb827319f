"use client";
import { Clock3, LockKeyhole, Send, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { v7 } from "uuid";
import { Button } from "@/components/ui/button";
import { writeClipboard } from "@/components/ui/clipboard";
import { DateTime } from "@/components/ui/time";
import type { OutboxItem } from "@/lib/offline/outbox-item";
import { againstVersion } from "@/lib/offline/outbox-order";
import { useOutbox } from "./use-outbox";

const icons = { sending: Send, waiting: Clock3, held: LockKeyhole, refused: TriangleAlert };

/** One write that is not sent: what it says, when it was written, why it waits. Taking it away is asked twice. */
export function OutboxRow({ item }: { item: OutboxItem }) {
  const t = useTranslations("outbox");
  const { outbox } = useOutbox();
  const [state, setState] = useState<"idle" | "copied" | "sure">("idle");
  const Icon = icons[item.state];
  const refused = item.state === "refused";
  const newer = againstVersion(item);
  return (
    <li className="rounded border border-line px-3 py-2">
      <p className="max-h-32 overflow-y-auto whitespace-pre-wrap wrap-anywhere">{item.label}</p>
      <p className="mt-1 flex flex-wrap items-center gap-x-2 text-sm text-muted">
        <Icon aria-hidden className={refused ? "size-4 text-danger" : "size-4"} />
        <span className={refused ? "text-danger" : ""}>{t(`state.${item.state}`)}</span>
        <span className="font-mono text-xs">{item.lane.replace(/^\w+:/, "")}</span>
        <DateTime at={item.writtenAt} />
      </p>
      {item.why?.title && <p className={refused ? "text-sm text-danger" : "text-sm text-muted"}>{item.why.title}</p>}
      <p className="mt-2 flex flex-wrap gap-2">
        {item.state !== "sending" && (
          <Button
            size="sm"
            onClick={() => void outbox?.again(item.id, newer ? { id: v7(), body: newer } : {})}
            disabled={state === "sure"}
          >
            {t(newer ? "mine" : "retry")}
          </Button>
        )}
        <Button size="sm" onClick={() => void writeClipboard(item.label).then(() => setState("copied"))}>
          {t(state === "copied" ? "copied" : "copy")}
        </Button>
        {state === "sure" ? (
          <>
            <Button size="sm" variant="danger" onClick={() => void outbox?.discard(item.id)}>
              {t("discardSure")}
            </Button>
            <Button size="sm" variant="ghost" onClick={() => setState("idle")}>
              {t("keep")}
            </Button>
          </>
        ) : (
          <Button size="sm" variant="ghost" onClick={() => setState("sure")}>
            {t("discard")}
          </Button>
        )}
      </p>
    </li>
  );
}
