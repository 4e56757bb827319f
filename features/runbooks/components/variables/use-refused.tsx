"use client";
import { useEffect, useMemo, useState } from "react";
import type { Variable } from "../../plan";

type Matches = (pattern: string, value: string) => boolean;

/** Names whose values lack the form that the runbook asks for. The matcher is fetched only where something asks for one. */
export function useRefused(variables: Variable[], values: Record<string, string>): ReadonlySet<string> {
  const [matches, setMatches] = useState<Matches | null>(null);
  const asks = variables.some(({ pattern }) => pattern);
  useEffect(() => {
    if (asks) void import("../../pipeline/pattern").then(({ matchesWhole }) => setMatches(() => matchesWhole));
  }, [asks]);
  return useMemo(() => {
    const lacks = ({ name, pattern }: Variable) =>
      matches !== null && Boolean(pattern) && Boolean(values[name]) && !matches(pattern ?? "", values[name] ?? "");
    return new Set(variables.filter(lacks).map(({ name }) => name));
  }, [variables, values, matches]);
}
