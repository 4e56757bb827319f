"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { handsChanged } from "../../claims/hands-changed";
import { useLiveRun } from "../live/live-run";

/** Tells the reader when somebody hands them a step, or takes one from them, while they are elsewhere on the run. */
export function HandsNotice() {
  const t = useTranslations("runs.claims");
  const { run, me, shown, show, ownHands } = useLiveRun();
  const [told, setTold] = useState<ReturnType<typeof handsChanged>>(null);
  const last = useRef(run);
  useEffect(() => {
    const news = handsChanged(last.current, run, me);
    last.current = run;
    if (news && !ownHands.current.delete(news.stepId)) setTold(news);
  }, [run, me, ownHands]);
  if (!told || run.status !== "active") return null;
  const { stepId, title, name, given } = told;
  const close = () => setTold(null);
  const go = () => {
    show(stepId);
    close();
  };
  return (
    <Notice
      tone={given ? "info" : "warning"}
      live
      title={given ? t("handed", { name, title }) : t("takenFromYou", { name, title })}
    >
      <p className="mt-2 flex flex-wrap gap-2">
        {shown?.id !== stepId && (
          <Button size="sm" onClick={go}>
            {t("handedGo")}
          </Button>
        )}
        <Button size="sm" variant="ghost" onClick={close}>
          {t(shown?.id === stepId ? "close" : "handedLater")}
        </Button>
      </p>
    </Notice>
  );
}
