"use client";
import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { severities } from "@/lib/severity";
import type { MatterIssue } from "../../../matter/matter-issues";
import { asText, asTexts, type Row } from "./form-values";
import { ListFrame } from "./list-frame";

/** Fields of the objects under a key, in the order in which they are shown. */
export const rowFields = {
  variables: ["name", "label", "default", "from", "pattern", "secret"],
  links: ["title", "url", "purpose"],
  contacts: ["name", "channel", "for"],
} as const;
export type RowKey = keyof typeof rowFields;

/** Without these a row says nothing: they are written also while they are empty. */
const needed: Record<RowKey, readonly string[]> = { variables: ["name"], links: ["title", "url"], contacts: ["name"] };

type Props = { name: RowKey; rows: Row[]; issues: MatterIssue[]; onRows: (rows: Row[]) => void };

/** A list of variables, links or contacts. */
export function RowsControl({ name, rows, issues, onRows }: Props) {
  const t = useTranslations("editing.around.matter");
  const errorOf = (index: number, field: string) => {
    const issue = issues.find(({ path }) => path[0] === index && path[1] === field);
    return issue ? t("example", { example: issue.example }) : null;
  };
  const fresh = Object.fromEntries(needed[name].map((field) => [field, ""]));
  return (
    <ListFrame
      label={t(`keys.${name}`)}
      hint={t(`hints.${name}`)}
      add={t(`add.${name}`)}
      items={rows}
      fresh={fresh as Row}
      onItems={onRows}
    >
      {(row, index, onRow) => {
        const put = (field: string, value: unknown) => {
          const { [field]: _, ...rest } = row;
          const empty = value === "" || value === false || (Array.isArray(value) && value.length === 0);
          if (empty && !needed[name].includes(field)) return onRow(rest);
          onRow({ ...row, [field]: value });
        };
        return (
          <div className="grid gap-2 sm:grid-cols-2">
            {rowFields[name].map((field) => (
              <RowField
                key={field}
                label={t(`fields.${name}.${field}`)}
                field={field}
                value={row[field]}
                error={errorOf(index, field)}
                onValue={(value) => put(field, value)}
              />
            ))}
          </div>
        );
      }}
    </ListFrame>
  );
}

type FieldProps = {
  label: string;
  field: string;
  value: unknown;
  error: string | null;
  onValue: (value: unknown) => void;
};

function RowField({ label, field, value, error, onValue }: FieldProps) {
  if (field === "secret") {
    return (
      <label className="flex items-center gap-2 self-end text-sm">
        <input type="checkbox" checked={value === true} onChange={(event) => onValue(event.target.checked)} />
        {label}
      </label>
    );
  }
  if (field === "for") {
    const chosen = asTexts(value) ?? [];
    return (
      <fieldset className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm sm:col-span-2">
        <legend className="mb-1 text-sm font-medium">{label}</legend>
        {severities.map((severity) => (
          <label key={severity} className="flex items-center gap-1.5">
            <input
              type="checkbox"
              checked={chosen.includes(severity)}
              onChange={(event) =>
                onValue(severities.filter((one) => (one === severity ? event.target.checked : chosen.includes(one))))
              }
            />
            {severity}
          </label>
        ))}
      </fieldset>
    );
  }
  const code = ["name", "from", "pattern", "url", "default"].includes(field);
  return (
    <Field label={label} error={error}>
      <Input
        className={code ? "font-mono text-sm" : undefined}
        spellCheck={!code}
        autoComplete="off"
        value={asText(value) ?? ""}
        onChange={(event) => onValue(event.target.value)}
      />
    </Field>
  );
}
