"use client";
import { Keyboard, ListTree, Plus, Redo2, Search, Undo2, Wrench } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/button";
import type { KeyName } from "./editor-keys";

type Props = { outlined: boolean; onOutline: () => void; onKey: (name: KeyName | "insert") => void };

const tools = [
  ["insert", Plus],
  ["fix", Wrench],
  ["find", Search],
  ["undo", Undo2],
  ["redo", Redo2],
  ["help", Keyboard],
] as const;

/** What the keys do, for the hand: above the text, in one line also on a phone. */
export function CodeToolbar({ outlined, onOutline, onKey }: Props) {
  const t = useTranslations("editing.code");
  return (
    <div role="toolbar" aria-label={t("toolbar")} className="flex gap-0.5 border-b border-line bg-raised p-0.5">
      <IconButton size="sm" label={t("outline.title")} aria-pressed={outlined} onClick={onOutline}>
        <ListTree aria-hidden className="size-4" />
      </IconButton>
      {tools.map(([name, Icon]) => (
        <IconButton key={name} size="sm" label={t(`keys.${name}`)} onClick={() => onKey(name)}>
          <Icon aria-hidden className="size-4" />
        </IconButton>
      ))}
    </div>
  );
}
