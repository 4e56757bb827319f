"use client";
import { X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { IconButton } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { call } from "@/lib/http/client";

/** Takes a reminder off the reader's home page until the next week's. */
export function HideReminder({ id, label, failed }: { id: string; label: string; failed: string }) {
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const hide = async () => {
    setBusy(true);
    const answer = await call("POST", `/api/v1/reminders/${id}/hiding`, {});
    setBusy(false);
    if (!answer.ok) toast({ title: answer.title || failed, tone: "danger" });
    router.refresh();
  };
  return (
    <IconButton size="sm" label={label} disabled={busy} onClick={() => void hide()}>
      <X aria-hidden className="size-4" />
    </IconButton>
  );
}
