"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Analysis } from "../../analysis/schema";
import type { Choice } from "../../batch/batch";
import { ProposalRow } from "./proposal-row";

/** The kinds of proposals, from the whole page to its details. */
const kinds = [
  "title",
  "front-matter",
  "variable",
  "Procedure",
  "Checklist",
  "Triage",
  "Symptoms",
  "Causes",
  "Diagnosis",
  "Remediation",
  "Verification",
  "Escalation",
  "Step",
  "Expect",
  "Decision",
  "Callout",
  "attribute",
] as const;
export type Kind = (typeof kinds)[number];
const isKind = (kind: string): kind is Kind => (kinds as readonly string[]).includes(kind);

type Props = {
  proposals: Analysis["proposals"];
  choice: Choice;
  /** Ids of those that come to something. */
  taken: ReadonlySet<string>;
  selected: string | null;
  /** While somebody writes the text on, proposals rest. */
  resting: boolean;
  onSelect: (id: string) => void;
  onChoice: (change: Partial<Choice>) => void;
};

/** Every proposal of structure, taken or left one by one or all of a kind. */
export function ProposalList({ proposals, choice, taken, selected, resting, onSelect, onChoice }: Props) {
  const t = useTranslations("runbookImport");
  const refused = new Set(choice.refused);
  const accept = (ids: string[], yes: boolean) =>
    onChoice({
      refused: yes ? choice.refused.filter((id) => !ids.includes(id)) : [...new Set([...choice.refused, ...ids])],
    });
  if (proposals.length === 0) return <p className="text-muted">{t("proposals.none")}</p>;
  return (
    <fieldset disabled={resting} className="grid gap-2 disabled:opacity-60">
      <legend className="sr-only">{t("proposals.title")}</legend>
      {resting && <p className="text-sm text-warning">{t("proposals.resting")}</p>}
      {kinds.map((kind) => {
        const some = proposals.filter((one) => one.kind === kind);
        if (some.length === 0) return null;
        const ids = some.map(({ id }) => id);
        const left = ids.filter((id) => refused.has(id)).length;
        return (
          <details
            key={kind}
            open={some.some(({ id }) => id === selected) || undefined}
            className="rounded border border-line bg-surface"
          >
            <summary className="flex cursor-pointer flex-wrap items-center gap-2 px-3 py-2">
              <span className="font-medium">{t(`kind.${kind}`)}</span>
              <span className="text-sm text-muted tabular-nums">
                {t("proposals.count", { taken: ids.length - left, all: ids.length })}
              </span>
            </summary>
            <div className="border-t border-line">
              <div className="flex flex-wrap gap-2 px-3 py-2">
                <Button size="sm" disabled={left === 0} onClick={() => accept(ids, true)}>
                  {t("proposals.takeAll")}
                </Button>
                <Button size="sm" disabled={left === ids.length} onClick={() => accept(ids, false)}>
                  {t("proposals.leaveAll")}
                </Button>
              </div>
              <ul className="divide-y divide-line">
                {some.map((one) => (
                  <ProposalRow
                    key={one.id}
                    proposal={one}
                    changes={choice.changes}
                    checked={!refused.has(one.id)}
                    taken={taken.has(one.id)}
                    selected={selected === one.id}
                    onSelect={() => onSelect(one.id)}
                    onCheck={(yes) => accept([one.id], yes)}
                    onChange={(key, change) =>
                      onChoice({ changes: { ...choice.changes, [key]: { ...choice.changes[key], ...change } } })
                    }
                  />
                ))}
              </ul>
            </div>
          </details>
        );
      })}
    </fieldset>
  );
}

export const kindOf = (kind: string): Kind => (isKind(kind) ? kind : "attribute");
