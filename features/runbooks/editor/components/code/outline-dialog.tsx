"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { fold } from "../../../authoring/find-targets";
import { OutlineList } from "./outline-list";
import type { OutlineView } from "./use-outline";

type Props = { outline: OutlineView; open: boolean; onClose: () => void; onGo: (place: number) => void };

/** The outline as a sheet: looked through by typing, Enter goes to the first that is left. */
export function OutlineDialog({ outline, open, onClose, onGo }: Props) {
  const t = useTranslations("editing.code.outline");
  const [typed, setTyped] = useState("");
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const places = outline.rows.flatMap(({ title, name, kind }, place) => {
    const text = fold(`${title} ${t(`kinds.${name || kind}`)}`);
    return words.every((word) => text.includes(word)) ? [place] : [];
  });
  const rows = places.flatMap((place) => outline.rows[place] ?? []);
  const go = (place: number | undefined) => {
    if (place === undefined) return;
    setTyped("");
    onClose();
    // When the dialog has given its focus back.
    requestAnimationFrame(() => onGo(place));
  };
  return (
    <Dialog open={open} onClose={onClose} title={t("title")}>
      <form
        className="flex max-h-[70dvh] min-h-0 flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          go(places[0]);
        }}
      >
        <Input
          data-autofocus
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          aria-label={t("filter")}
          placeholder={t("filter")}
        />
        <OutlineList rows={rows} places={places} current={outline.current} onGo={go} />
      </form>
    </Dialog>
  );
}
