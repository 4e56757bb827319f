"use client";
import { useEffect, useRef, useState } from "react";
import { chime } from "@/components/ui/chime";
import { useSound } from "@/components/ui/use-sound";
import { useLiveIncident } from "../view/live-incident";

/** Longest that a browser's timer can wait, in ms. */
const longest = 2 ** 31 - 1;

/**
 * Whether the promised update has not come and is this reader's to give: of who leads or communicates, and of every responder
 * where nobody does. Heard once per promised time where sound is on; what was late when the page opened is seen, not heard.
 */
export function useUpdateDue(): boolean {
  const { incident, can, actor, skew } = useLiveIncident();
  const { on } = useSound();
  const { nextUpdateDueAt: at } = incident;
  const [dueAt, setDueAt] = useState<string | null>(null);
  const heard = useRef<string | null>(null);
  const charged = incident.roles.filter(({ role }) => role === "lead" || role === "communications");
  const mine = can.append === true && (charged.length === 0 || charged.some(({ person }) => person.id === actor.id));

  useEffect(() => {
    if (!at) return setDueAt(null);
    const left = Date.parse(at) - (Date.now() - skew);
    if (left <= 0) {
      heard.current ??= at;
      return setDueAt(at);
    }
    setDueAt(null);
    heard.current ??= "";
    const timer = setTimeout(() => setDueAt(at), Math.min(left + 20, longest));
    return () => clearTimeout(timer);
  }, [at, skew]);

  const due = mine && dueAt !== null && dueAt === at;
  useEffect(() => {
    if (!due || heard.current === dueAt) return;
    heard.current = dueAt;
    if (on) chime();
  }, [due, dueAt, on]);
  return due;
}
