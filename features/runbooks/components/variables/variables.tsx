"use client";
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from "react";
import type { Variable } from "../../plan";
import { useRefused } from "./use-refused";

type Variables = {
  variables: Variable[];
  declared: string[];
  /** By name; an absent or empty one is still to be filled. */
  values: Record<string, string>;
  /** Names whose values lack the form that the runbook asks for: no command takes them. */
  refused: ReadonlySet<string>;
  set: (name: string, value: string) => void;
  /** Called with each command copied, as filled in and with the secrets masked. */
  onCopy?: (lang: string, text: string) => void;
  /** Called when a field is left. */
  onLeave?: () => void;
  /** Soft wrap of all code on the page. */
  wrap: boolean;
  setWrap: (wrap: boolean) => void;
};

const VariablesContext = createContext<Variables | null>(null);

/** Values that are kept elsewhere, such as with a run that several people follow. */
export type KeptElsewhere = {
  /** As they are to stand in the commands, what is being typed included. */
  values: Record<string, string>;
  /** Called with each value that is no secret, as it is typed. */
  set: (name: string, value: string) => void;
};

type Props = {
  variables: Variable[];
  service: string;
  kept?: KeptElsewhere;
  onCopy?: Variables["onCopy"];
  onLeave?: Variables["onLeave"];
  children: ReactNode;
};

/**
 * The values that the reader fills into the commands of a page. Values stay in this tab, shared by the runbooks of a
 * service, unless `kept` says where else they are; secrets are only in memory and are gone with the page.
 */
export function VariablesProvider({ variables, service, kept: elsewhere, onCopy, onLeave, children }: Props) {
  const key = `bitacora-variables:${service}`;
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [secrets, setSecrets] = useState<Record<string, string>>({});
  const [started, setStarted] = useState(false);
  const [wrap, setWrap] = useState(false);
  const hidden = useMemo(() => new Set(variables.filter((one) => one.secret).map((one) => one.name)), [variables]);

  const shared = elsewhere !== undefined;
  useEffect(() => {
    const kept = shared ? {} : readKept(key);
    setTyped((now) => ({ ...kept, ...now }));
    setStarted(true);
  }, [key, shared]);
  useEffect(() => {
    // A browser may keep the page in memory and show it again on the way back.
    const forget = () => setSecrets({});
    addEventListener("pagehide", forget);
    return () => removeEventListener("pagehide", forget);
  }, []);

  const setElsewhere = elsewhere?.set;
  const set = useCallback(
    (name: string, value: string) => {
      if (hidden.has(name)) return setSecrets((now) => ({ ...now, [name]: value }));
      if (setElsewhere) return setElsewhere(name, value);
      setTyped((now) => ({ ...now, [name]: value }));
      keep(key, name, value);
    },
    [key, hidden, setElsewhere],
  );

  const there = elsewhere?.values;
  const values = useMemo(() => {
    // The first render shows the placeholders as they are written, as the server did.
    if (!started) return {};
    const defaults = variables.flatMap((one) => (one.default && !one.secret ? [[one.name, one.default]] : []));
    return { ...(there ?? { ...Object.fromEntries(defaults), ...typed }), ...secrets } as Record<string, string>;
  }, [variables, typed, secrets, started, there]);
  const refused = useRefused(variables, values);
  const value = useMemo(
    () => ({
      variables,
      declared: variables.map(({ name }) => name),
      values,
      refused,
      set,
      onCopy,
      onLeave,
      wrap,
      setWrap,
    }),
    [variables, values, refused, set, onCopy, onLeave, wrap],
  );

  return <VariablesContext value={value}>{children}</VariablesContext>;
}

const nothing: Variables = {
  variables: [],
  declared: [],
  values: {},
  refused: new Set(),
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
