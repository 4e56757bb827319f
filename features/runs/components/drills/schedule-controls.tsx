"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { call } from "@/lib/http/client";
import type { DrillView } from "../../drills/schema";

/** Changing, pausing and ending a schedule. Ending asks first: its record of turns goes with it. */
export function ScheduleControls({ drill }: { drill: DrillView }) {
  const t = useTranslations("runs.drills");
  const toast = useToast();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const path = `/api/v1/drills/${drill.id}`;
  const send = async (method: "PATCH" | "DELETE", body?: unknown) => {
    setBusy(true);
    const answer = await call(method, path, body);
    setBusy(false);
    setAsking(false);
    if (!answer.ok) toast({ title: answer.title || t("unchanged"), tone: "danger" });
    router.refresh();
  };
  const { runbook, procedure, paused } = drill;
  return (
    <div className="flex flex-wrap gap-1">
      <ButtonLink
        size="sm"
        variant="ghost"
        prefetch={false}
        aria-label={t("changeOf", { title: drill.title })}
        href={`/runs/schedule?${new URLSearchParams({ runbook, procedure })}`}
      >
        {t("change")}
      </ButtonLink>
      <Button
        size="sm"
        variant="ghost"
        disabled={busy}
        aria-label={t(paused ? "resumeOf" : "pauseOf", { title: drill.title })}
        onClick={() => void send("PATCH", { paused: !paused })}
      >
        {t(paused ? "resume" : "pause")}
      </Button>
      <Button
        size="sm"
        variant="ghost"
        aria-label={t("removeOf", { title: drill.title })}
        onClick={() => setAsking(true)}
      >
        {t("remove")}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("removeTitle", { title: drill.title })}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{t("keep")}</Button>
            <Button variant="danger" disabled={busy} onClick={() => void send("DELETE")}>
              {t("remove")}
            </Button>
          </>
        }
      >
        {t("removeLead")}
      </Dialog>
    </div>
  );
}
