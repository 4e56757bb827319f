"use client";
import {
  createContext,
  type ReactNode,
  use,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { chordOf, matchShortcut } from "./chord";

export type Shortcut = {
  /** As `chordOf` writes it: `j`, `mod+k`, or a series: `g r`. */
  keys: string;
  /** For the list that `?` opens. */
  description: string;
  run: () => void;
  /** Heading in the list; pages give their own. */
  group?: string;
  /** Fires while typing in a field, too. Only for chords with `mod`. */
  evenWhileTyping?: boolean;
};

/** A store and no state: offering a key renders nothing anew but the list of them, above all not parts that are not alive yet. */
type Registry = {
  register: (shortcuts: Shortcut[], behind: boolean) => () => void;
  subscribe: (changed: () => void) => () => void;
  read: () => Shortcut[];
};
const none: Shortcut[] = [];

function newRegistry(): Registry {
  let sets: Shortcut[][] = [];
  let shortcuts = none;
  const listeners = new Set<() => void>();
  const keep = (next: Shortcut[][]) => {
    sets = next;
    shortcuts = sets.flat();
    for (const changed of listeners) changed();
  };
  return {
    register(offered, behind) {
      keep(behind ? [...sets, offered] : [offered, ...sets]);
      return () => keep(sets.filter((set) => set !== offered));
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    read: () => shortcuts,
  };
}

const KeysContext = createContext<Registry | null>(null);

/** Milliseconds between two presses of one series. */
const seriesGap = 1_000;

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select") !== null);

/** Holds the shortcuts of what is on screen. A page's own come before the shell's. */
export function KeysProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(newRegistry);
  useEffect(() => {
    let recent: { chord: string; at: number }[] = [];
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const chord = chordOf(event);
      recent = [...recent.filter(({ at }) => event.timeStamp - at < seriesGap), { chord, at: event.timeStamp }].slice(
        -3,
      );
      const typing = isTyping(event.target);
      // A modal dialog has the keyboard to itself.
      const modal = document.querySelector("dialog:modal") !== null;
      const able = registry.read().filter((one) => (typing || modal ? one.evenWhileTyping : true));
      const keys = matchShortcut(
        recent.map((press) => press.chord),
        able.map((one) => one.keys),
      );
      const found = able.find((one) => one.keys === keys);
      if (!found) return;
      event.preventDefault();
      recent = [];
      found.run();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [registry.read]);

  return <KeysContext value={registry}>{children}</KeysContext>;
}

const never = () => () => {};

/** The shortcuts on offer right now, for the list. */
export function useShortcuts(): Shortcut[] {
  const registry = use(KeysContext);
  return useSyncExternalStore(
    registry?.subscribe ?? never,
    () => registry?.read() ?? none,
    () => none,
  );
}

/**
 * Offers shortcuts while the caller is on screen. `shortcuts` may be made anew at each render: the latest `run` is called,
 * and only a change of keys or words registers again.
 * @param behind what else is on screen takes the same keys first, whichever of them came alive first
 */
export function useKeys(shortcuts: Shortcut[], { behind = false } = {}): void {
  const register = use(KeysContext)?.register;
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  const signature = JSON.stringify(shortcuts);
  // Before it is painted: whoever sees the next step may press its key at once.
  useLayoutEffect(() => {
    const words = JSON.parse(signature) as Omit<Shortcut, "run">[];
    return register?.(
      words.map((one, at) => ({ ...one, run: () => latest.current[at]?.run() })),
      behind,
    );
  }, [register, signature, behind]);
}
