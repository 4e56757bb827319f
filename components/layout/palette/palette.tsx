"use client";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useMemo, useState } from "react";
import { useKeys } from "../keys/keys";
import type { PaletteGroup, SearchGroup } from "./palette-item";

const PaletteContext = createContext<{ open: () => void } | null>(null);

// Not in the first load of a page: most readers never open it.
const CommandPalette = dynamic(() => import("./command-palette").then((module) => module.CommandPalette), {
  ssr: false,
});

type PaletteProviderProps = {
  groups: PaletteGroup[];
  searches?: SearchGroup[];
  /** Takes a text of several lines, for which a list of answers is too narrow. */
  onLines?: (text: string) => void;
  children: ReactNode;
};

const none: SearchGroup[] = [];

/** Makes `Ctrl K` open the palette, and gives everything below a way to open it. */
export function PaletteProvider({ groups, searches = none, onLines, children }: PaletteProviderProps) {
  const t = useTranslations("shell.palette");
  const [open, setOpen] = useState(false);
  const [everOpened, setEverOpened] = useState(false);
  const value = useMemo(
    () => ({
      open: () => {
        setEverOpened(true);
        setOpen(true);
      },
    }),
    [],
  );
  useKeys([{ keys: "mod+k", description: t("open"), run: () => value.open(), evenWhileTyping: true }]);
  return (
    <PaletteContext value={value}>
      {children}
      {everOpened && (
        <CommandPalette
          open={open}
          onClose={() => setOpen(false)}
          groups={groups}
          searches={searches}
          onLines={onLines}
        />
      )}
    </PaletteContext>
  );
}

/** Opens the command palette. */
export function usePalette() {
  const palette = use(PaletteContext);
  if (!palette) throw new Error("usePalette needs a PaletteProvider above it");
  return palette;
}
