"use client";
import { useTicking } from "@/components/ui/now";
import { useLiveRun } from "../../components/live/live-run";
import { onOurClock } from "../../components/live/run-state";
import { useKeptText } from "../../components/live/use-kept-text";
import type { StepEvent } from "../../machine";
import type { StepView } from "../../schema";
import { takesUp } from "../approval";
import type { ApprovalRequest, StepApproval } from "../request";
import { useAnswer } from "./use-answer";

export type ApprovalGate = {
  approval: StepApproval;
  /** `request` with its state by the server's clock as this screen counts it. */
  request: ApprovalRequest | null;
  /** Somebody waits for an answer. */
  waiting: boolean;
  /** Whether the reader made the request, or a token of theirs did. */
  own: boolean;
  /** The step may not be done yet. */
  closed: boolean;
  /** What is being written: the note of a request, or the word with an answer. */
  text: string;
  setText: (text: string) => void;
  busy: boolean;
  error: string | null;
  ask: () => Promise<void>;
  answer: (decision: "grant" | "refuse") => Promise<void>;
  /** @returns whether it was recorded */
  override: (reason: string) => Promise<boolean>;
};

/** How a step stands with the rule that wants a second person; null where none covers it, or nothing is left to do. */
export function useApprovalGate(step: StepView): ApprovalGate | null {
  const { run, me, skew, update } = useLiveRun();
  const now = useTicking("second");
  const approval = run.approvals.find(({ stepId }) => stepId === step.id);
  const asked = approval?.request ?? null;
  const late = asked?.state === "asked" && Date.parse(onOurClock(asked.expiresAt, skew)) <= now;
  const request = asked && late ? { ...asked, state: "expired" as const } : asked;
  const waiting = request?.state === "asked";
  const own = request?.requestedBy.id != null && request.requestedBy.id === me.id;
  const key = waiting && !own ? `answer:${request.id}` : `ask:${run.id}:${step.id}`;
  const [text, setText] = useKeptText(`bitacora-approval:${key}`);
  const { busy, error, send } = useAnswer();
  const open = step.state === "pending" || step.state === "active" || step.state === "not_taken";
  if (!approval || !open || run.status !== "active") return null;

  const path = `/runs/${run.id}/steps/${encodeURIComponent(step.id)}`;
  const tell = async (to: string, body: Record<string, unknown>) => {
    const after = await send(to, body);
    if (!after) return false;
    setText("");
    update(after);
    return true;
  };
  return {
    approval,
    request,
    waiting,
    own,
    closed: !approval.standing,
    text,
    setText,
    busy,
    error,
    ask: async () => void (await tell(`${path}/approvals`, { note: text })),
    answer: async (decision) => void (await tell(`/approvals/${request?.id}`, { decision, reason: text })),
    override: (reason) => tell(`${path}/override`, { reason }),
  };
}

/** The step with what may be done before somebody has granted it. */
export const gated = (step: StepView, gate: ApprovalGate | null): StepView =>
  gate?.closed ? { ...step, possible: step.possible.filter((event: StepEvent) => !takesUp(event, step.state)) } : step;
