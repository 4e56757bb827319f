"use client";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { classes } from "@/components/ui/classes";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { BulkKind } from "../../../bulk/schema";
import { bulkKinds } from "../../../vocabulary";
import { type BulkRow, problemOf } from "./use-bulk";

type BulkLineProps = { row: BulkRow; number: number; onChange: (to: Partial<BulkRow>) => void };

/** One line of the preview. */
export const BulkLine = memo(
  function BulkLine({ row, number, onChange }: BulkLineProps) {
    const t = useTranslations("incidents.quickEntry.bulk");
    const kinds = useTranslations("incidents.timeline.kind");
    const problem = row.take ? problemOf(row) : null;
    return (
      <tr className={classes("border-t border-line align-top", !row.take && "text-muted")}>
        <td className="p-1 text-center">
          <input
            type="checkbox"
            className="mt-2.5 size-4"
            aria-label={t("include", { number })}
            checked={row.take}
            onChange={({ target }) => onChange({ take: target.checked })}
          />
        </td>
        <td className="p-1">
          <Input
            type="datetime-local"
            step={1}
            className="w-52"
            aria-label={t("time", { number })}
            aria-invalid={problem ? true : undefined}
            value={row.when}
            onChange={({ target }) => onChange({ when: target.value })}
          />
          {problem && <p className="mt-1 text-danger">{t(problem)}</p>}
        </td>
        <td className="p-1">
          <Select
            className="min-w-32"
            aria-label={t("kind", { number })}
            value={row.kind}
            onChange={({ target }) => onChange({ kind: target.value as BulkKind })}
          >
            {bulkKinds.map((kind) => (
              <option key={kind} value={kind}>
                {kinds(kind)}
              </option>
            ))}
          </Select>
        </td>
        <td className="p-1 pt-2.5 wrap-anywhere">
          <span className="line-clamp-4 min-w-40 whitespace-pre-line">{row.body}</span>
        </td>
      </tr>
    );
  },
  (before, after) => before.row === after.row && before.number === after.number,
);
