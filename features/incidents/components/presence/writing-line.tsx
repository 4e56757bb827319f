"use client";
import { useTranslations } from "next-intl";
import { writingPlace } from "../../presence/crowd";
import { useOthers } from "./use-others";

/** Who is writing, never what. Its line is always there, so that nothing moves when somebody begins. */
export function WritingLine() {
  const t = useTranslations("incidents.quickEntry");
  const { others } = useOthers();
  const [first, second, ...rest] = others.filter(({ places }) => places.includes(writingPlace));
  return (
    <p className="h-4 truncate text-xs leading-4 text-muted">
      {first &&
        t("typing", {
          count: rest.length + (second ? 2 : 1),
          first: first.name,
          second: second?.name ?? "",
          others: rest.length + 1,
        })}
    </p>
  );
}
