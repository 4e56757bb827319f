"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { runHref } from "../../links";
import { useLiveRun } from "../live/live-run";

/** Takes whoever gave the answer along; others who look on are shown the way and stay where they are. */
export function useLeadOn(): void {
  const router = useRouter();
  const { run, me } = useLiveRun();
  const seen = useRef(run.continuation?.id ?? null);
  useEffect(() => {
    const to = run.continuation;
    if (!to || seen.current === to.id) return;
    seen.current = to.id;
    const mine = run.steps.some(({ options, option, claimedBy }) =>
      options.some(({ label, goto }) => label === option && goto === run.continueAt && claimedBy?.id === me.id),
    );
    if (mine && me.id !== null) router.push(runHref({ id: to.id, incident: run.incident }));
  }, [run, me.id, router]);
}
