"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { VariableState } from "../../variables/values";
import { useRunDrafts } from "./run-drafts";

/** Somebody else changed a variable while this person was typing: what they put, and the choice. */
export function VariableConflict({ name, state }: { name: string; state: VariableState }) {
  const t = useTranslations("runs.variables");
  const { drop, insist } = useRunDrafts();
  const who = state.by?.name ?? t("somebody");
  return (
    <div role="alert" className="grid gap-2 rounded border border-warning/40 bg-warning-soft p-2 text-sm">
      <p className="wrap-anywhere">
        {state.value === null
          ? t("conflictEmpty", { name: who })
          : t("conflict", { name: who, value: state.value.slice(0, 200) })}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={() => drop(name)}>
          {t("theirs")}
        </Button>
        <Button size="sm" variant="ghost" onClick={() => insist(name)}>
          {t("mine")}
        </Button>
      </div>
    </div>
  );
}
