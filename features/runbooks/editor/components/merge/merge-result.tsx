"use client";
import { useTranslations } from "next-intl";
import { scrollable } from "@/components/ui/scrollable";
import type { Choice, Region } from "../../../publishing/merge-regions";
import { ConflictRows } from "./conflict-rows";
import { RegionLines } from "./region-lines";

/** Lines shown of what nobody changed, before and after each change. */
const context = 3;

type Props = {
  regions: Region[];
  choices: ReadonlyMap<number, Choice>;
  theirName: string;
  onChoice: (conflict: number, choice: Choice) => void;
};

/** The result of a merge from top to bottom: who changed what, and the conflicts to settle. */
export function MergeResult({ regions, choices, theirName, onChoice }: Props) {
  const t = useTranslations("editing.around.merge");
  const count = regions.filter(({ kind }) => kind === "conflict").length;
  let conflict = -1;
  return (
    <section
      aria-label={t("tabs.result")}
      {...scrollable}
      className="max-h-[60dvh] overflow-auto rounded border border-line bg-surface"
    >
      <table className="w-full border-collapse font-mono text-sm">
        {regions.map((region, index) => {
          if (region.kind === "conflict") {
            conflict += 1;
            const number = conflict;
            return (
              <ConflictRows
                key={index}
                number={number}
                count={count}
                region={region}
                choice={choices.get(number)}
                theirName={theirName}
                onChoice={(choice) => onChoice(number, choice)}
              />
            );
          }
          if (region.kind === "same")
            return (
              <Unchanged key={index} lines={region.lines} first={index === 0} last={index === regions.length - 1} />
            );
          return (
            <tbody key={index}>
              <RegionLines lines={region.base} origin="old" theirName={theirName} />
              <RegionLines lines={region.lines} origin={region.kind} theirName={theirName} />
            </tbody>
          );
        })}
      </table>
    </section>
  );
}

/** What nobody changed, folded to what stands next to a change. */
function Unchanged({ lines, first, last }: { lines: string[]; first: boolean; last: boolean }) {
  const t = useTranslations("editing.around.merge");
  const head = first ? 0 : context;
  const tail = last ? 0 : context;
  if (lines.length <= head + tail + 1)
    return (
      <tbody>
        <RegionLines lines={lines} origin="same" theirName="" />
      </tbody>
    );
  return (
    <tbody>
      <RegionLines lines={lines.slice(0, head)} origin="same" theirName="" />
      <tr>
        <td colSpan={3} className="border-y border-line bg-raised px-3 py-1 font-sans text-muted">
          {t("unchanged", { count: lines.length - head - tail })}
        </td>
      </tr>
      <RegionLines lines={tail > 0 ? lines.slice(-tail) : []} origin="same" theirName="" />
    </tbody>
  );
}
