"use client";
import { useTranslations } from "next-intl";
import type { ListedSuggestion } from "../schema";

type Props = { suggestions: ListedSuggestion[]; ticked: string[]; onTick: (ids: string[]) => void };

/** Which open suggestions the publication answers; the editor says so, nobody guesses. */
export function AnsweredTicks({ suggestions, ticked, onTick }: Props) {
  const t = useTranslations("editing.suggestions");
  if (suggestions.length === 0) return null;
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 text-sm font-medium">{t("answers")}</legend>
      {suggestions.map(({ id, stepTitle, wrong }) => (
        <label key={id} className="flex min-w-0 items-start gap-2 py-0.5">
          <input
            type="checkbox"
            className="mt-1 size-4 shrink-0 accent-accent"
            checked={ticked.includes(id)}
            onChange={({ target }) => onTick(target.checked ? [...ticked, id] : ticked.filter((one) => one !== id))}
          />
          <span className="line-clamp-2 wrap-anywhere">{t("answersOne", { title: stepTitle, wrong })}</span>
        </label>
      ))}
    </fieldset>
  );
}
