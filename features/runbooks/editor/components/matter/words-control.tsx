"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { Input } from "@/components/ui/input";

type Props = { words: string[]; onWords: (words: string[]) => void };

/** Words one by one: Enter or a comma adds what is typed, each has a button that takes it away. */
export function WordsControl({ words, onWords }: Props) {
  const t = useTranslations("editing.around.matter");
  const [typed, setTyped] = useState("");
  const add = () => {
    const fresh = typed
      .split(",")
      .map((word) => word.trim())
      .filter((word) => word !== "" && !words.includes(word));
    if (fresh.length > 0) onWords([...words, ...fresh]);
    setTyped("");
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== ",") return;
    event.preventDefault();
    add();
  };
  return (
    <div className="grid gap-1.5">
      <ul className="flex flex-wrap gap-1 empty:hidden">
        {words.map((word) => (
          <li key={word} className="inline-flex items-center rounded border border-line bg-raised pl-2 text-sm">
            <span className="wrap-anywhere">{word}</span>
            <button
              type="button"
              aria-label={t("removeWord", { word })}
              onClick={() => onWords(words.filter((one) => one !== word))}
              className="grid size-6 place-items-center text-muted hover:text-ink"
            >
              <X aria-hidden className="size-3.5" />
            </button>
          </li>
        ))}
      </ul>
      <Input value={typed} onChange={(event) => setTyped(event.target.value)} onKeyDown={onKey} onBlur={add} />
    </div>
  );
}
