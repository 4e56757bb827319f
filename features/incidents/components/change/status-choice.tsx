"use client";
import { useTranslations } from "next-intl";
import type { IncidentState } from "../../incident-schema";
import type { IncidentStatus } from "../../schema";

type Props = { moves: IncidentState["moves"]; to: IncidentStatus | undefined; onChange: (to: IncidentStatus) => void };

/** The moves that the status allows, and which of them go back. */
export function StatusChoice({ moves, to, onChange }: Props) {
  const t = useTranslations("incidents");
  return (
    <fieldset className="grid gap-1">
      <legend className="sr-only">{t("change.status")}</legend>
      {moves.map((move) => (
        <label
          key={move.to}
          className="flex items-center gap-2 rounded border border-line px-3 py-2 has-checked:border-accent has-checked:bg-accent-soft"
        >
          <input
            type="radio"
            name="to"
            value={move.to}
            checked={move.to === to}
            onChange={() => onChange(move.to)}
            className="accent-accent"
          />
          <span className="flex-1 font-medium">{t(`status.${move.to}`)}</span>
          {move.direction !== "forward" && <span className="text-sm text-muted">{t(`change.${move.direction}`)}</span>}
        </label>
      ))}
    </fieldset>
  );
}
