"use client";
import { useState } from "react";
import { v7 } from "uuid";
import type { ChangedHandover, HandoverView } from "../../handover/schema";
import { useWrite } from "../change/use-write";

/** Accepts, declines or withdraws an offer. One decision is one write, however often it is sent. */
export function useDecide(incidentKey: string, offer: HandoverView) {
  const { busy, failure, write } = useWrite();
  const [id] = useState(() => v7());
  const decide = async (decision: "accept" | "decline" | "withdraw", reason?: string) => {
    const path = `/api/v1/incidents/${incidentKey}/handovers/${offer.id}`;
    const answer = await write<ChangedHandover>("POST", path, { id, decision, reason: reason || undefined });
    return answer.ok ? answer.value : null;
  };
  return { busy, failure, decide };
}
