"use client";
import { useEffect, useState } from "react";
import { call } from "@/lib/http/client";
import type { Review, ReviewList } from "../schema";

/** The reader's own request for a runbook that is under way: null when there is none, undefined until it is known. */
export function useOwnReview(path: string): Review | null | undefined {
  const [own, setOwn] = useState<Review | null>();
  useEffect(() => {
    const stop = new AbortController();
    const query = new URLSearchParams({ show: "mine", path });
    void call<ReviewList>("GET", `/api/v1/reviews?${query}`, undefined, stop.signal).then((answer) => {
      if (!stop.signal.aborted) setOwn(answer.ok ? (answer.value.reviews[0] ?? null) : null);
    });
    return () => stop.abort();
  }, [path]);
  return own;
}
