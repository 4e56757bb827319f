"use client";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { v7 } from "uuid";
import { call } from "@/lib/http/client";
import type { RunView } from "../../schema";
import type { RefusedValue } from "../../variables/change";
import { type Drafts, toSend, unsettled, withoutEmptied } from "../../variables/drafts";
import { useLiveRun } from "../live/live-run";
import { useKeptText } from "../live/use-kept-text";

/** Pause in typing after which what was typed is sent together, in ms. */
const pauseMs = 1_500;
const retryMs = 5_000;

/**
 * What this person types into the run's variables, until it is kept with the run. It outlives a reload, goes in one piece after a
 * pause, and what the server refuses stays here with the reason.
 */
export function useDrafts() {
  const { run, able, me, update } = useLiveRun();
  const [text, setText] = useKeptText(`bitacora-run-variables:${run.id}`);
  const drafts = useMemo(() => read(text), [text]);
  const latest = useRef({ run, drafts });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sending = useRef(false);
  latest.current = { run, drafts };

  const write = useCallback(
    (change: (now: Drafts) => Drafts) => {
      const next = change(latest.current.drafts);
      latest.current = { ...latest.current, drafts: next };
      setText(Object.keys(next).length === 0 ? "" : JSON.stringify(next));
    },
    [setText],
  );

  const flush = useCallback(
    async (left = false) => {
      clearTimeout(timer.current);
      const { run, drafts } = latest.current;
      const sent = toSend(drafts, run.values, me.id, left);
      if (left) write(withoutEmptied);
      if (sending.current || Object.keys(sent.variables).length === 0) return;
      sending.current = true;
      const answer = await call<RunView>("PATCH", `/api/v1/runs/${run.id}/variables`, { ...sent, id: v7() });
      sending.current = false;
      if (answer.ok) update(answer.value);
      else if (answer.code === "variable_refused") {
        write((now) => withProblems(now, answer.details.refused as RefusedValue[]));
        timer.current = setTimeout(() => void flush(), 0);
      } else if (answer.code === "variable_conflict") {
        const current = await call<RunView>("GET", `/api/v1/runs/${run.id}`);
        if (current.ok) update(current.value);
        // The rest was refused along with it, and goes by itself.
        timer.current = setTimeout(() => void flush(), pauseMs);
      } else if (retryable(answer.code)) timer.current = setTimeout(() => void flush(), retryMs);
      else write((now) => failed(now, Object.keys(sent.variables), answer.title));
    },
    [me.id, update, write],
  );

  // What stands in the run is no draft any more; what was typed meanwhile goes next.
  useEffect(() => {
    const open = unsettled(latest.current.drafts, run.values);
    if (open !== latest.current.drafts) write(() => open);
  }, [run.values, write]);
  useEffect(() => {
    if (!able || text === "") return;
    timer.current = setTimeout(() => void flush(), pauseMs);
    return () => clearTimeout(timer.current);
  }, [able, text, flush]);

  const set = useCallback(
    (name: string, value: string) => {
      const { run } = latest.current;
      const draft = { value, base: run.values[name]?.version ?? 0, problem: null };
      write((now) => unsettled({ ...now, [name]: { ...draft, base: now[name]?.base ?? draft.base } }, run.values));
    },
    [write],
  );
  const drop = useCallback((name: string) => write(({ [name]: _dropped, ...rest }) => rest), [write]);
  /** Puts what was typed over what somebody else set meanwhile. */
  const insist = useCallback(
    (name: string) => {
      const version = latest.current.run.values[name]?.version ?? 0;
      write((now) => (now[name] ? { ...now, [name]: { ...now[name], base: version } } : now));
      void flush();
    },
    [write, flush],
  );
  return useMemo(() => ({ drafts, set, drop, insist, flush }), [drafts, set, drop, insist, flush]);
}

function read(text: string): Drafts {
  try {
    return JSON.parse(text || "{}") as Drafts;
  } catch {
    return {};
  }
}

const withProblems = (drafts: Drafts, refused: RefusedValue[]): Drafts =>
  Object.fromEntries(
    Object.entries(drafts).map(([name, draft]) => {
      const found = refused.find((one) => one.name === name);
      const problem = found && { why: found.why, value: draft.value, text: found.pattern ?? "" };
      return [name, problem ? { ...draft, problem } : draft];
    }),
  );

const failed = (drafts: Drafts, names: string[], text: string): Drafts =>
  Object.fromEntries(
    Object.entries(drafts).map(([name, draft]) =>
      names.includes(name) ? [name, { ...draft, problem: { why: "failed", value: draft.value, text } }] : [name, draft],
    ),
  );

const retryable = (code: string) => ["offline", "internal", "database_unavailable", "rate_limited"].includes(code);
