"use client";
import { useTranslations } from "next-intl";
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { pictureOf } from "../../replay/picture";
import { type Basis, bases, replayIndex } from "../../replay/replay-index";
import type { ReplayPage } from "../../replay/schema";
import { BasisChoice } from "./basis-choice";
import { IncidentPicture } from "./incident-picture";
import { MomentEntries } from "./moment-entries";
import { MomentPanel } from "./moment-panel";
import { ReplayControls } from "./replay-controls";
import { useReplayEntries } from "./use-replay-entries";

type Props = {
  incidentKey: string;
  title: string;
  page: ReplayPage;
  /** An instant, where the address names one. */
  at: string;
  basis: string;
};

/** An incident gone through again: a slider over its time, and how it stood at each moment. */
export function ReplayView({ incidentKey, title, page, at: asked, basis: askedBasis }: Props) {
  const t = useTranslations("incidents.past.replay");
  const { entries, total, state, retry } = useReplayEntries(incidentKey, page);
  const [basis, setBasis] = useState<Basis>(() => bases.find((name) => name === askedBasis) ?? "known");
  const index = useMemo(() => replayIndex(entries, basis), [entries, basis]);
  const picture = useMemo(() => pictureOf(index), [index]);
  const [wanted, setWanted] = useState<number>(() => Date.parse(asked) || 0);
  const { start, end } = index;
  const at = within(start, end, wanted);
  const setAt = useCallback(
    (change: number | ((at: number) => number)) =>
      setWanted((before) => (typeof change === "number" ? change : change(within(start, end, before)))),
    [start, end],
  );
  // While the slider is dragged, what hangs on the moment may come a little later than the slider itself.
  const shown = useDeferredValue(at);
  useAddress(at, basis);

  return (
    <>
      <PageHeader
        title={title}
        eyebrow={`${incidentKey} · ${t("title")}`}
        actions={<ButtonLink href={`/incidents/${incidentKey}`}>{t("back")}</ButtonLink>}
      />
      {state === "failed" && (
        <Notice tone="danger" title={t("failed")} action={<Button onClick={retry}>{t("retry")}</Button>} live />
      )}
      {state === "reading" ? (
        <p role="status" className="text-muted">
          {t("loading", { done: entries.length, total })}
        </p>
      ) : (
        <>
          <BasisChoice basis={basis} onChange={setBasis} />
          <IncidentPicture index={index} picture={picture} at={at} onGo={setAt} />
          <ReplayControls index={index} at={at} setAt={setAt} />
          <div className="mt-6 grid gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
            <MomentPanel index={index} at={shown} />
            <MomentEntries incidentKey={incidentKey} index={index} at={shown} />
          </div>
        </>
      )}
    </>
  );
}

const within = (start: number, end: number, at: number) => Math.min(end, Math.max(start, at));

const quietMs = 300;

/** Keeps the address at the moment that is shown, so that it can be sent to somebody. */
function useAddress(at: number, basis: Basis) {
  useEffect(() => {
    const timer = setTimeout(() => {
      const query = new URLSearchParams({ at: new Date(at).toISOString(), ...(basis === "known" ? {} : { basis }) });
      window.history.replaceState(window.history.state, "", `?${query}`);
    }, quietMs);
    return () => clearTimeout(timer);
  }, [at, basis]);
}
