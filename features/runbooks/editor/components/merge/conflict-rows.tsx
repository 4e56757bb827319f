"use client";
import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { type Choice, chosenLines, type Region } from "../../../publishing/merge-regions";
import { RegionLines } from "./region-lines";

type Props = {
  number: number;
  count: number;
  region: Extract<Region, { kind: "conflict" }>;
  choice: Choice | undefined;
  theirName: string;
  onChoice: (choice: Choice) => void;
};

const answers = ["mine", "theirs", "both"] as const;

/** A place that both changed: what each wrote, what stood there, and which of it stays. */
export function ConflictRows({ number, count, region, choice, theirName, onChoice }: Props) {
  const t = useTranslations("editing.around.merge");
  const byHand = typeof choice === "object";
  const radio = (label: string, checked: boolean, choose: () => void) => (
    <label key={label} className="flex min-h-7 items-center gap-1.5">
      <input type="radio" name={`conflict-${number}`} checked={checked} onChange={choose} />
      {label}
    </label>
  );
  const start = chosenLines(region, choice ?? "both").join("\n");
  return (
    <tbody data-conflict={number} className="border-y-2 border-warning/60">
      <tr>
        <td colSpan={3} className="bg-warning-soft px-3 py-2 font-sans">
          <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-1 text-base">
            <legend className="float-left mr-4 font-semibold">
              {t("conflict", { number: number + 1, count })}
              {choice === undefined && <span className="font-normal text-muted"> · {t("open")}</span>}
            </legend>
            {answers.map((one) => radio(t(`choice.${one}`, { name: theirName }), choice === one, () => onChoice(one)))}
            {radio(t("choice.hand"), byHand, () => onChoice({ text: start }))}
          </fieldset>
          {byHand && (
            <Field label={t("hand", { number: number + 1 })} className="mt-2">
              <Textarea
                rows={Math.min(12, choice.text.split("\n").length + 1)}
                className="font-mono text-sm"
                spellCheck={false}
                value={choice.text}
                onChange={(event) => onChoice({ text: event.target.value })}
              />
            </Field>
          )}
        </td>
      </tr>
      <RegionLines lines={region.base} origin="old" theirName={theirName} />
      <RegionLines lines={region.mine} origin="mine" theirName={theirName} />
      <RegionLines lines={region.theirs} origin="theirs" theirName={theirName} />
    </tbody>
  );
}
