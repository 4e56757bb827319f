"use client";
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from "react";
import type { Variable } from "../../plan";

type Variables = {
  variables: Variable[];
  declared: string[];
  /** By name; an absent or empty one is still to be filled. */
  values: Record<string, string>;
  set: (name: string, value: string) => void;
  /** Called with each command copied, as filled in and with the secrets masked. */
  onCopy?: (lang: string, text: string) => void;
  /** Soft wrap of all code on the page. */
  wrap: boolean;
  setWrap: (wrap: boolean) => void;
};

const VariablesContext = createContext<Variables | null>(null);

/** Values that are kept elsewhere, such as with a run that several people follow. */
export type KeptElsewhere = {
  values: Record<string, string>;
  /** Called with each value that is no secret, as it is typed. */
  save: (name: string, value: string) => void;
};

type Props = {
  variables: Variable[];
  service: string;
  kept?: KeptElsewhere;
  onCopy?: Variables["onCopy"];
  children: ReactNode;
};

/**
 * The values that the reader fills into the commands of a page. Values stay in this tab, shared by the runbooks of a
 * service, unless `kept` says where else they are; secrets are only in memory and are gone with the page.
 */
export function VariablesProvider({ variables, service, kept: elsewhere, onCopy, children }: Props) {
  const key = `bitacora-variables:${service}`;
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [started, setStarted] = useState(false);
  const [wrap, setWrap] = useState(false);
  const secrets = useMemo(() => new Set(variables.filter((one) => one.secret).map((one) => one.name)), [variables]);

  const shared = elsewhere !== undefined;
  useEffect(() => {
    const kept = shared ? {} : readKept(key);
    setTyped((now) => ({ ...kept, ...now }));
    setStarted(true);
  }, [key, shared]);

  const there = elsewhere?.values;
  useEffect(() => {
    // What has arrived there is no longer only ours: from now on the others' changes show.
    if (there)
      setTyped((now) => Object.fromEntries(Object.entries(now).filter(([name, value]) => there[name] !== value)));
  }, [there]);

  const save = elsewhere?.save;
  const set = useCallback(
    (name: string, value: string) => {
      setTyped((now) => ({ ...now, [name]: value }));
      if (secrets.has(name)) return;
      if (save) save(name, value);
      else keep(key, name, value);
    },
    [key, secrets, save],
  );

  const value = useMemo(() => {
    const defaults = variables.flatMap((one) => (one.default && !one.secret ? [[one.name, one.default]] : []));
    // The first render shows the placeholders as they are written, as the server did.
    const values: Record<string, string> = started ? { ...Object.fromEntries(defaults), ...there, ...typed } : {};
    return { variables, declared: variables.map((one) => one.name), values, set, onCopy, wrap, setWrap };
  }, [variables, typed, started, there, set, onCopy, wrap]);

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
