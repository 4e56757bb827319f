import { Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/button";
import type { Section } from "../meaning";
import { Words } from "./words";

type Props = { sections: readonly Section[]; onEdit: () => void; onRemove: () => void };

/** One meaning, with what can be done to it. */
export function MeaningRow({ sections, onEdit, onRemove }: Props) {
  const t = useTranslations("glossary");
  const words = sections
    .flatMap((section) => section.words)
    .slice(0, 3)
    .join(", ");
  return (
    <li className="flex items-center gap-2 py-1.5">
      <div className="min-w-0 flex-1">
        <Words sections={sections} />
      </div>
      <IconButton size="sm" label={t("edit", { words })} onClick={onEdit}>
        <Pencil aria-hidden className="size-4" />
      </IconButton>
      <IconButton size="sm" label={t("remove", { words })} onClick={onRemove}>
        <Trash2 aria-hidden className="size-4" />
      </IconButton>
    </li>
  );
}
