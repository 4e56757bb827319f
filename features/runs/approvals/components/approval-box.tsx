"use client";
import { Check, Hourglass, type LucideIcon, ShieldOff, TimerOff, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { useLiveRun } from "../../components/live/live-run";
import type { ApprovalState } from "../approval";
import { TimeLeft } from "./time-left";
import type { ApprovalGate } from "./use-approval-gate";

const icons: Record<ApprovalState, LucideIcon> = {
  asked: Hourglass,
  granted: Check,
  refused: X,
  expired: TimerOff,
  overridden: ShieldOff,
};
const inks: Record<ApprovalState, string> = {
  asked: "text-warning",
  granted: "text-success",
  refused: "text-danger",
  expired: "text-warning",
  overridden: "text-danger",
};

/** What a second person is needed for, who asked, and what became of it; the buttons are with the step's answers. */
export function ApprovalBox({ gate, ready }: { gate: ApprovalGate; ready: boolean }) {
  const t = useTranslations("runs.approval");
  const { run, able } = useLiveRun();
  const { approval, closed, waiting, own, text, setText, error } = gate;
  return (
    <section aria-label={t("title")} className="grid gap-3 border-t border-line pt-3">
      {closed && (
        <div>
          <p className="font-semibold">{t("title")}</p>
          <p className="text-sm text-muted">
            {approval.scope !== "never" && t(`why.${approval.scope}`)} {run.drill && t("drill")}
          </p>
        </div>
      )}
      <div role="status" className="grid gap-1 empty:hidden">
        <Standing gate={gate} />
      </div>
      {error && <Notice tone="danger" title={error} live />}
      {able && closed && waiting && own && <p className="text-sm text-muted">{t("waitingFor")}</p>}
      {able && closed && !ready && !waiting && <p className="text-sm text-muted">{t("waitFirst")}</p>}
      {able && closed && ready && !(waiting && own) && (
        <Field label={t(waiting ? "word" : "note")} hint={t(waiting ? "wordHint" : "noteHint")}>
          <Textarea
            name="run-approval"
            rows={2}
            maxLength={2_000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
      )}
    </section>
  );
}

/** Who asked or answered, and when time runs out. */
function Standing({ gate: { request } }: { gate: ApprovalGate }) {
  const t = useTranslations("runs.approval");
  const { skew } = useLiveRun();
  if (!request) return null;
  const { state } = request;
  const Icon = icons[state];
  const name = (state === "asked" ? request.requestedBy : request.decidedBy)?.name ?? "";
  const said = state === "asked" ? request.note : request.reason;
  return (
    <>
      <p className={`flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold ${inks[state]}`}>
        <span className="inline-flex min-w-0 items-center gap-1.5 wrap-anywhere">
          <Icon aria-hidden className="size-4 shrink-0" />
          {t(state, { name })}
        </span>
        {state === "asked" && <TimeLeft until={request.expiresAt} skew={skew} />}
      </p>
      {said && <p className="whitespace-pre-wrap wrap-anywhere">{said}</p>}
      {state === "granted" && <p className="text-sm text-muted">{t("once")}</p>}
      {state === "expired" && <p className="text-sm text-muted">{t("expiredHint")}</p>}
    </>
  );
}
