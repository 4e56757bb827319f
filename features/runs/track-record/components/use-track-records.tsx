"use client";
import { useEffect, useRef, useState } from "react";
import { call } from "@/lib/http/client";
import type { TrackRecord } from "../schema";

type Section = { path: string; procedure: string | null };

/**
 * How the procedures of these results went before. Asked for once per runbook, after the results are there; while the database is
 * away nobody waits and nothing is said.
 */
export function useTrackRecords(sections: Section[]): (section: Section) => TrackRecord | null {
  const [records, setRecords] = useState<TrackRecord[]>([]);
  const asked = useRef(new Set<string>());
  const paths = [...new Set(sections.filter(({ procedure }) => procedure !== null).map(({ path }) => path))].join(",");
  useEffect(() => {
    const missing = paths.split(",").filter((path) => path !== "" && !asked.current.has(path));
    if (missing.length === 0) return;
    for (const path of missing) asked.current.add(path);
    const address = `/api/v1/track-records?${new URLSearchParams({ runbooks: missing.join(",") })}`;
    void call<{ records: TrackRecord[] }>("GET", address).then((answer) => {
      if (answer.ok) setRecords((before) => [...before, ...answer.value.records]);
      else for (const path of missing) asked.current.delete(path);
    });
  }, [paths]);
  return ({ path, procedure }) =>
    records.find((record) => record.runbook === path && record.procedure === procedure) ?? null;
}
