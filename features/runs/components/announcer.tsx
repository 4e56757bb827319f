"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { announcement } from "../announcement";
import { useLiveRun } from "./live/live-run";

/** Tells screen readers what happened, how the run ended and what is next, once per change. */
export function Announcer() {
  const t = useTranslations("runs.announce");
  const states = useTranslations("ui.stepState");
  const outcomes = useTranslations("runs.status");
  const { run } = useLiveRun();
  const [text, setText] = useState("");
  const last = useRef(run);
  useEffect(() => {
    const told = announcement(last.current, run);
    last.current = run;
    if (!told) return;
    const sentences = [
      ...told.moved.map(({ title, state }) => t("moved", { title, state: states(state) })),
      told.left > 0 && t("left", { count: told.left }),
      told.status && t("status", { title: run.title, status: outcomes(told.status) }),
      told.next && t("next", { title: told.next }),
    ];
    setText(sentences.filter(Boolean).join(" "));
  }, [run, t, states, outcomes]);
  return (
    <p role="status" data-run-announcer className="sr-only">
      {text}
    </p>
  );
}
