"use client";
import { useMemo, useState } from "react";
import { v7 } from "uuid";
import { useOutbox } from "@/components/layout/outbox/use-outbox";
import { ownTimeZone } from "@/components/ui/now";
import { findSecrets } from "@/lib/secrets/find-secrets";
import { outgoingText } from "@/lib/secrets/outgoing-text";
import { readLines } from "../../../bulk/read-lines";
import type { AppendedEntries, BulkKind } from "../../../bulk/schema";
import { laneOf } from "../../../live/with-unsent";
import { bulkLimit } from "../../../vocabulary";
import { fromLocalInput, toLocalInput } from "../../change/local-time";
import { useLiveIncident } from "../../view/live-incident";

/** A line of the preview. `when` is what the field of its time holds. */
export type BulkRow = {
  id: string;
  take: boolean;
  when: string;
  first: string;
  at: string;
  kind: BulkKind;
  body: string;
};
export type RowProblem = "future" | "noTime" | null;
type State = "asking" | "sending" | "kept" | { failed: string };

const none: ReadonlySet<string> = new Set();

/** The entries that pasted lines become, as a person corrects them, and their way out: one request for each five hundred. */
export function useBulk(text: string, onDone: (count: number) => void) {
  const { api, incident, addEntries } = useLiveIncident();
  const { outbox } = useOutbox();
  const [rows, setRows] = useState<BulkRow[]>(() => rowsOf(text));
  const [mask, setMask] = useState(true);
  const [state, setState] = useState<State>("asking");
  const taken = rows.filter(({ take }) => take);
  const secrets = useMemo(
    () => rows.reduce((sum, row) => sum + (row.take ? findSecrets(row.body).length : 0), 0),
    [rows],
  );
  const change = (id: string, to: Partial<BulkRow>) =>
    setRows((all) => all.map((row) => (row.id === id ? { ...row, ...to } : row)));

  const send = async (label: string) => {
    if (!outbox) return;
    setState("sending");
    const entries = taken.map(({ id, kind, body, ...row }) => ({
      id,
      kind,
      body,
      happenedAt: instantOf(row) ?? row.at,
    }));
    for (let from = 0; from < entries.length; from += bulkLimit) {
      const part = entries.slice(from, from + bulkLimit).map((entry, at) => guarded(entry, at, mask));
      const id = v7();
      const outcome = await outbox.deliver({
        id,
        lane: laneOf(incident.key),
        person: outbox.person,
        method: "POST",
        path: `${api}/timeline/bulk`,
        body: { entries: part.map(({ entry }) => entry), cleared: part.flatMap(({ cleared }) => cleared) },
        writtenAt: new Date().toISOString(),
        label,
      });
      if (outcome.state === "sent") addEntries((outcome.value as AppendedEntries).entries);
      if (outcome.state === "refused") {
        // It stays here, to be corrected: the outbox has no form for it.
        await outbox.discard(id);
        return setState({ failed: outcome.title });
      }
    }
    onDone(entries.length);
  };
  return {
    rows,
    taken,
    change,
    secrets,
    mask,
    setMask,
    state,
    send,
    ready: taken.every((row) => problemOf(row) === null),
  };
}

function rowsOf(text: string): BulkRow[] {
  const now = new Date();
  return readLines(text, now, ownTimeZone()).map(({ at, body, future }) => {
    const when = toLocalInput(at.toISOString());
    return { id: v7(), take: !future, when, first: when, at: at.toISOString(), kind: "note", body };
  });
}

/** A time that nobody touched keeps what its field cannot show: which turn of an hour that came twice. */
const instantOf = ({ when, first, at }: Pick<BulkRow, "when" | "first" | "at">) =>
  when === first ? at : fromLocalInput(when);

export function problemOf(row: BulkRow): RowProblem {
  const at = instantOf(row);
  if (at === null) return "noTime";
  return Date.parse(at) > Date.now() + 60_000 ? "future" : null;
}

function guarded<E extends { body: string; kind: BulkKind }>(entry: E, at: number, mask: boolean) {
  if (mask) return { entry: { ...entry, body: outgoingText(entry.body, none).text }, cleared: [] };
  const field = `entries.${at}.body`;
  const found = entry.kind === "evidence" ? findSecrets(entry.body).filter(({ certain }) => certain) : [];
  return { entry, cleared: found.map(({ kind, from, to }) => ({ field, kind, from, to })) };
}
