"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { classes } from "@/components/ui/classes";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { AnalysedProposal } from "../../analysis/schema";
import { phases } from "../../structure/changes";
import type { Change, Changes } from "../../structure/proposal";

type Props = {
  proposal: AnalysedProposal;
  changes: Changes;
  checked: boolean;
  /** False too where what it stands in is left. */
  taken: boolean;
  selected: boolean;
  onSelect: () => void;
  onCheck: (yes: boolean) => void;
  onChange: (key: string, change: Change) => void;
};

/** One proposal: taken or left, where and why, and what it is called. */
export function ProposalRow({ proposal, changes, checked, taken, selected, onSelect, onCheck, onChange }: Props) {
  const t = useTranslations("runbookImport");
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  const named = proposal.names.filter(({ id }) => id !== null);
  const part = proposal.names.find(({ tag }) => (phases as readonly string[]).includes(tag));
  const label = named[0]?.title ?? (part ? t(`kind.${part.tag as (typeof phases)[number]}`) : proposal.what);
  return (
    <li ref={row} className={classes("px-3 py-2", selected && "bg-accent-soft")}>
      <div className="flex items-start gap-2">
        <input
          type="checkbox"
          className="mt-1 size-4 shrink-0 accent-accent"
          checked={checked}
          aria-label={t("proposals.take", { what: label, line: proposal.line })}
          onChange={(event) => onCheck(event.target.checked)}
        />
        <button type="button" onClick={onSelect} className="min-w-0 flex-1 text-left wrap-anywhere">
          <span className={classes(!taken && "text-muted line-through")}>{label}</span>
          <span className="block text-sm text-muted">
            {t("proposals.where", { line: proposal.line, why: t(`why.${proposal.why}`) })}
            {checked && !taken && ` · ${t("proposals.needs")}`}
          </span>
        </button>
      </div>
      {selected && taken && (
        <div className="mt-2 grid gap-3 pl-6">
          {named.map((one) => (
            <div key={one.key} className="grid gap-2">
              <Field label={one.tag === "Decision" ? t("proposals.question") : t("proposals.titleOf")}>
                <Input
                  defaultValue={changes[one.key]?.title ?? one.title ?? ""}
                  maxLength={300}
                  onBlur={(event) => onChange(one.key, { title: event.target.value })}
                />
              </Field>
              <Field label={t("proposals.id")} hint={t("proposals.idHint")}>
                <Input
                  defaultValue={changes[one.key]?.id ?? one.id ?? ""}
                  maxLength={80}
                  spellCheck={false}
                  className="font-mono"
                  onBlur={(event) => onChange(one.key, { id: event.target.value })}
                />
              </Field>
              {one.tag === "Step" && (
                <label className="flex items-center gap-2 text-sm">
                  <input
                    type="checkbox"
                    className="size-4 accent-accent"
                    checked={changes[one.key]?.kind === "change"}
                    onChange={(event) => onChange(one.key, { kind: event.target.checked ? "change" : "read" })}
                  />
                  {t("proposals.changes")}
                </label>
              )}
            </div>
          ))}
          {part && (
            <Field label={t("proposals.phase")}>
              <Select
                value={changes[part.key]?.tag ?? part.tag}
                onChange={(event) => onChange(part.key, { tag: event.target.value as (typeof phases)[number] })}
              >
                {phases.map((phase) => (
                  <option key={phase} value={phase}>
                    {t(`kind.${phase}`)}
                  </option>
                ))}
              </Select>
            </Field>
          )}
        </div>
      )}
    </li>
  );
}
