"use client";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { call } from "@/lib/http/client";
import type { ImportItem } from "../batch/batch";

/**
 * The paths that runbooks have in the services that an import is about. Each service is asked for once; one that cannot
 * be asked has none until the next time, and publishing refuses what is taken all the same.
 * @param services those that have runbooks
 */
export function useTakenPaths(services: readonly string[], items: readonly ImportItem[]) {
  const [existing, setExisting] = useState<ReadonlySet<string>>(new Set());
  const asked = useRef(new Map<string, Promise<string[] | null>>());
  const known = useMemo(() => new Set(services), [services]);

  const takenIn = useCallback(
    async (wanted: string[]): Promise<ReadonlySet<string>> => {
      for (const service of wanted)
        if (known.has(service) && !asked.current.has(service)) asked.current.set(service, ask(service));
      const answers = await Promise.all(
        [...asked.current].map(async ([service, paths]) => ({ service, paths: await paths })),
      );
      for (const { service, paths } of answers) if (!paths) asked.current.delete(service);
      const all = new Set(answers.flatMap(({ paths }) => paths ?? []));
      setExisting((before) => (before.size === all.size ? before : all));
      return all;
    },
    [known],
  );
  const wanted = items.map(({ choice }) => choice.service).join("\n");
  useEffect(() => {
    void takenIn(wanted.split("\n"));
  }, [wanted, takenIn]);
  return { existing, takenIn };
}

async function ask(service: string): Promise<string[] | null> {
  const address = `/api/v1/runbook-imports/paths?${new URLSearchParams({ service })}`;
  const answer = await call<{ paths: string[] }>("GET", address);
  return answer.ok ? answer.value.paths : null;
}
