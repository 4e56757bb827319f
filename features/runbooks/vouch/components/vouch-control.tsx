"use client";
import { BadgeCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { createPortal } from "react-dom";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { call } from "@/lib/http/client";
import { menuEntryLook } from "../../components/page/runbook-menu";

type Words = Record<"open" | "title" | "confirm" | "cancel" | "done" | "failed", string>;

/** Asks once, since it is a person's word, then marks the runbook as reviewed today. */
export function VouchControl({
  path,
  blob,
  words,
  children,
}: {
  path: string;
  blob: string;
  words: Words;
  children: ReactNode;
}) {
  const toast = useToast();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const vouch = async () => {
    setBusy(true);
    const answer = await call("POST", "/api/v1/vouches", { runbooks: [{ path, blob }] });
    setBusy(false);
    if (!answer.ok) return setRefused(answer.title || words.failed);
    setAsking(false);
    toast({ title: words.done, tone: "success" });
    router.refresh();
  };
  const open = () => {
    setRefused(null);
    setAsking(true);
  };
  return (
    <li>
      <button type="button" className={menuEntryLook} onClick={open}>
        <BadgeCheck aria-hidden className="size-4 shrink-0 text-muted" />
        {words.open}
      </button>
      {/* Outside the menu, which closes and would hide what is in it. */}
      {asking &&
        createPortal(
          <Dialog
            open
            onClose={() => setAsking(false)}
            title={words.title}
            footer={
              <>
                <Button onClick={() => setAsking(false)}>{words.cancel}</Button>
                <Button variant="primary" disabled={busy} data-autofocus onClick={() => void vouch()}>
                  {words.confirm}
                </Button>
              </>
            }
          >
            {refused && (
              <Notice tone="danger" live className="mb-3">
                {refused}
              </Notice>
            )}
            {children}
          </Dialog>,
          document.body,
        )}
    </li>
  );
}
