"use client";
import type { EditorView } from "@codemirror/view";
import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { useKeys } from "@/components/layout/keys/keys";
import { type KeyName, keyNames, keys } from "./editor-keys";

const listed = (key: string) =>
  key
    .replace(/\bMod\b|\bCtrl\b/g, "mod")
    .replaceAll("-", "+")
    .toLowerCase();

/** Lists the editor's keys where `?` lists all, and lets them work from beside the text. */
export function useEditorKeys(view: RefObject<EditorView | null>, run: (name: KeyName) => void): void {
  const t = useTranslations("editing.code");
  const group = t("keyGroup");
  useKeys(
    keyNames.map((name) => ({
      keys: listed(keys[name]),
      description: t(`keys.${name}`),
      group,
      run: () => {
        if (name !== "help") view.current?.focus();
        run(name);
      },
    })),
  );
}
