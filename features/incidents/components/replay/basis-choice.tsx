"use client";
import { useTranslations } from "next-intl";
import { type Basis, bases } from "../../replay/replay-index";

/** By when things were written down, or by when they happened. */
export function BasisChoice({ basis, onChange }: { basis: Basis; onChange: (basis: Basis) => void }) {
  const t = useTranslations("incidents.past.replay");
  return (
    <fieldset className="mb-4 flex flex-wrap gap-x-6 gap-y-1">
      <legend className="sr-only">{t("basis")}</legend>
      {bases.map((name) => (
        <label key={name} className="flex min-h-9 items-center gap-2">
          <input
            type="radio"
            name="basis"
            value={name}
            checked={basis === name}
            onChange={() => onChange(name)}
            className="size-4 accent-accent"
          />
          <span>
            {t(name)} <span className="text-sm text-muted">{t(`${name}Hint`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
