import { useTranslations } from "next-intl";
import type { FieldChange } from "../front-matter";
import { ChangedRow } from "./changed-row";
import type { Side } from "./word-pieces";

/** What changed in the front matter: the field and its value on both sides. */
export function FieldChanges({ fields, titles }: { fields: FieldChange[]; titles: Record<Side, string> }) {
  const t = useTranslations("comparison");
  return fields.map(({ field, before, after }) => (
    <ChangedRow
      key={field}
      titles={titles}
      before={before.length > 0 ? <Value field={field} lines={before} /> : null}
      after={after.length > 0 ? <Value field={field} lines={after} /> : null}
      note={t("field", { field })}
    />
  ));
}

function Value({ field, lines }: { field: string; lines: string[] }) {
  return (
    <dl className="text-sm">
      <dt className="font-mono text-xs text-muted">{field}</dt>
      {lines.map((line, index) => (
        <dd key={index} className="wrap-anywhere">
          {line}
        </dd>
      ))}
    </dl>
  );
}
