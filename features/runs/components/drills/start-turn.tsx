"use client";
import { FlaskConical } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { v7 } from "uuid";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { call } from "@/lib/http/client";
import { runHref } from "../../links";
import type { StartedRun } from "../../schema";

type StartTurnProps = {
  turn: string;
  runbook: string;
  procedure: string;
  /** Texts come along: pages of runbooks carry none of this feature's. */
  label: string;
  failed: string;
};

/** One tap from a drill that is due to its run; where somebody was faster, to theirs. */
export function StartTurn({ turn, runbook, procedure, label, failed }: StartTurnProps) {
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [id] = useState(() => v7());
  const start = async () => {
    setBusy(true);
    const answer = await call<StartedRun>("POST", "/api/v1/runs", { runbook, procedure, turn, id });
    if (answer.ok) return router.push(runHref(answer.value));
    if (answer.code === "drill_started") return router.push(`/runs/${String(answer.details.runId)}`);
    setBusy(false);
    toast({ title: answer.title || failed, tone: "danger" });
  };
  return (
    <Button disabled={busy} onClick={() => void start()}>
      <FlaskConical aria-hidden className="size-4" />
      {label}
    </Button>
  );
}
