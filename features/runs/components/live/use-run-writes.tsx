"use client";
import { useTranslations } from "next-intl";
import { type RefObject, useCallback, useEffect, useMemo, useState } from "react";
import { v7 } from "uuid";
import { useOutbox } from "@/components/layout/outbox/use-outbox";
import { laneOf as incidentLane } from "@/features/incidents/live/with-unsent";
import { call } from "@/lib/http/client";
import type { Outcome } from "@/lib/offline/outbox";
import type { Json } from "@/lib/offline/outbox-item";
import type { ActOnStep, EndRun, RunView, StepView } from "../../schema";
import { actionOf, type UnsentAction } from "../../unsent/unsent-run";
import type { Refused } from "./run-state";
import { useActionWords } from "./use-action-words";

export type Action = Omit<ActOnStep, "runId" | "expectedVersion" | "id" | "happenedAt">;

type Write = { stepId: string | null; path: string; body: Json & { id: string }; action: UnsentAction | null };

type Options = {
  run: RunView;
  me: { id: string | null; name: string };
  update: (run: RunView) => void;
  readAgain: () => Promise<void>;
  /** Counts what the reader chose to look at: an answer that arrives late must not take them away from it. */
  choices: RefObject<number>;
  choose: (change: (now: string | null) => string | null) => void;
};

/**
 * What this reader does to the run. It goes through the outbox, in the lane of the incident: what cannot be sent now is kept in
 * the browser with the time when it was done. What is refused at once is theirs to decide here; what is refused later waits in the
 * outbox for the same decision.
 */
export function useRunWrites({ run, me, update, readAgain, choices, choose }: Options) {
  const t = useTranslations("runs.action");
  const words = useActionWords();
  const { outbox, items } = useOutbox();
  const [sending, setSending] = useState<(string | null)[]>([]);
  const [now, setNow] = useState<Refused | null>(null);
  const lane = laneOf(run);

  useEffect(
    () =>
      outbox?.onSettled((_, outcome) => {
        if (outcome.state === "refused") void readAgain();
        const answered = outcome.state === "sent" ? (outcome.value as { run?: RunView } | null)?.run : undefined;
        if (answered?.id === run.id) update(answered);
      }),
    [outbox, run.id, update, readAgain],
  );

  const send = useCallback(
    async (write: Write): Promise<boolean> => {
      const { stepId, path, body, action } = write;
      setSending((all) => [...all, stepId]);
      setNow(null);
      const choice = choices.current;
      const request = {
        id: body.id,
        lane,
        person: me.id ?? "",
        method: "POST",
        path: `/api/v1/runs/${run.id}${path}`,
        body,
        writtenAt: new Date().toISOString(),
        label: action ? words(action, run) : "",
        chain: `run:${run.id}`,
        timed: true,
        note: action ?? undefined,
      } as const;
      const answer = outbox && action ? await outbox.deliver(request) : await sendNow(request.path, body);
      setSending((all) => all.filter((one) => one !== stepId));
      if (answer.state !== "refused") {
        const answered = answer.state === "sent" ? (answer.value as { run?: RunView } | null)?.run : undefined;
        if (answered) update(answered);
        if (choices.current === choice) choose((chosen) => (chosen === stepId ? null : chosen));
        return true;
      }
      if (outbox && action) await outbox.discard(body.id);
      const title = answer.code === "offline" ? t("offline") : answer.title || t("failed");
      const current = answer.code === "stale_version" ? (answer.details.current as StepView) : null;
      if (current) void readAgain();
      // The other person's action may have led on already: whoever was too late is shown what they were about to do.
      if (current && choices.current === choice) choose(() => stepId);
      // The same id again is the same action; after a conflict it is a new decision on the current row.
      const next = current ? { ...body, id: v7(), expectedVersion: current.version } : body;
      const event = typeof body.event === "string" ? body.event : null;
      const again = () => void send({ ...write, body: next });
      setNow({
        stepId,
        event,
        code: answer.code,
        title,
        current,
        late: false,
        texts: [],
        again,
        drop: () => setNow(null),
      });
      return false;
    },
    [outbox, run, me.id, lane, t, words, update, readAgain, choices, choose],
  );

  const act = useCallback(
    ({ stepId, ...action }: Action, expectedVersion: number) => {
      const { event, note, evidence, option, confirm } = action;
      const known: UnsentAction = {
        does: "act",
        runId: run.id,
        by: me,
        stepId,
        event,
        note,
        evidence,
        option,
        confirm,
      };
      return send({
        stepId,
        path: `/steps/${encodeURIComponent(stepId)}`,
        body: { ...action, expectedVersion, id: v7() },
        // Whom a step goes to has to take part now: that is not kept for later.
        action: event === "hand_over" ? null : known,
      });
    },
    [send, run.id, me],
  );
  const end = useCallback(
    (outcome: EndRun["outcome"], reason: string) =>
      send({
        stepId: null,
        path: "/end",
        body: { outcome, reason, id: v7() },
        action: { does: "end", runId: run.id, outcome },
      }),
    [send, run.id],
  );

  const unsent = useMemo(() => items.filter((item) => actionOf(item)?.runId === run.id), [items, run.id]);
  const later = useMemo<Refused | null>(() => {
    const item = unsent.find(({ state }) => state === "refused");
    const action = item && actionOf(item);
    if (!item?.why || !action || !outbox) return null;
    const body = item.body as Json;
    const current = item.why.code === "stale_version" ? (item.why.details.current as StepView) : null;
    const change = current ? { id: v7(), body: { ...body, expectedVersion: current.version } } : {};
    return {
      stepId: action.does === "act" ? action.stepId : null,
      event: action.does === "act" ? action.event : null,
      code: item.why.code,
      title: item.why.title || t("failed"),
      current,
      late: true,
      texts: [body.note, body.evidence, body.reason].filter((text): text is string => typeof text === "string"),
      again: () => void outbox.again(item.id, change),
      drop: () => void outbox.discard(item.id),
    };
  }, [unsent, outbox, t]);
  return {
    sending,
    unsent,
    refused: sending.length > 0 ? now : (now ?? later),
    act,
    end,
    dismiss: (now ?? later)?.drop,
  };
}

/** A run on an incident shares the lane of its timeline: all of it arrives in the order in which it was done. */
export const laneOf = ({ id, incident }: Pick<RunView, "id" | "incident">): string =>
  incident ? incidentLane(incident.key) : `run:${id}`;

/** Without an outbox, or for what is not kept. */
async function sendNow(path: string, body: Json): Promise<Outcome> {
  const answer = await call<unknown>("POST", path, body);
  if (answer.ok) return { state: "sent", value: answer.value };
  return { state: "refused", code: answer.code, title: answer.title, details: answer.details };
}
