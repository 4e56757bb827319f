"use client";
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from "react";
import type { Variable } from "../../plan";

type Variables = {
  variables: Variable[];
  declared: string[];
  /** By name; an absent or empty one is still to be filled. */
  values: Record<string, string>;
  set: (name: string, value: string) => void;
  /** Soft wrap of all code on the page. */
  wrap: boolean;
  setWrap: (wrap: boolean) => void;
};

const VariablesContext = createContext<Variables | null>(null);

type Props = { variables: Variable[]; service: string; children: ReactNode };

/**
 * The values that the reader fills into the commands of a page. Values stay in this tab, shared by the runbooks of a
 * service; secrets are only in memory and are gone with the page.
 */
export function VariablesProvider({ variables, service, children }: Props) {
  const key = `bitacora-variables:${service}`;
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [started, setStarted] = useState(false);
  const [wrap, setWrap] = useState(false);
  const secrets = useMemo(() => new Set(variables.filter((one) => one.secret).map((one) => one.name)), [variables]);

  useEffect(() => {
    const kept = readKept(key);
    setTyped((now) => ({ ...kept, ...now }));
    setStarted(true);
  }, [key]);

  const set = useCallback(
    (name: string, value: string) => {
      setTyped((now) => ({ ...now, [name]: value }));
      if (!secrets.has(name)) keep(key, name, value);
    },
    [key, secrets],
  );

  const value = useMemo(() => {
    const defaults = variables.flatMap((one) => (one.default && !one.secret ? [[one.name, one.default]] : []));
    // The first render shows the placeholders as they are written, as the server did.
    const values: Record<string, string> = started ? { ...Object.fromEntries(defaults), ...typed } : {};
    return { variables, declared: variables.map((one) => one.name), values, set, wrap, setWrap };
  }, [variables, typed, started, set, wrap]);

  return <VariablesContext value={value}>{children}</VariablesContext>;
}

const nothing: Variables = {
  variables: [],
  declared: [],
  values: {},
  set: () => undefined,
  wrap: false,
  setWrap: () => undefined,
};

/** The variables of the page around; none where there is no provider. */
export function useVariables(): Variables {
  return use(VariablesContext) ?? nothing;
}

function readKept(key: string): Record<string, string> {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "{}") as Record<string, string>;
  } catch {
    return {};
  }
}

function keep(key: string, name: string, value: string): void {
  try {
    sessionStorage.setItem(key, JSON.stringify({ ...readKept(key), [name]: value }));
  } catch {
    // A browser without storage only forgets the value on the next page.
  }
}
