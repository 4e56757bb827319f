import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";
import type { Side } from "./word-pieces";

type Props = {
  titles: Record<Side, string>;
  /** Null where nothing stands on that side. */
  before: ReactNode | null;
  after: ReactNode | null;
  /** Attributes that only that side has. */
  attributes?: Record<Side, string[]>;
  /** Said of the row for those who do not see it beside the other. */
  note?: string;
  /** Stands under it, over both columns. */
  beside?: ReactNode;
};

const looks = {
  before: { sign: "−", box: "border-danger bg-danger-soft/60", ink: "text-danger" },
  after: { sign: "+", box: "border-success bg-success-soft/60", ink: "text-success" },
} as const;

/** One change: before and after, told apart by place, sign, border and colour. */
export function ChangedRow({ titles, before, after, attributes, note, beside }: Props) {
  const t = useTranslations("comparison");
  const cell = (side: Side, content: ReactNode | null) => {
    const { sign, box, ink } = looks[side];
    const listed = attributes?.[side] ?? [];
    if (content === null)
      return <div className="hidden rounded border border-dashed border-line md:block" aria-hidden />;
    return (
      <div className={classes("flex min-w-0 gap-2 rounded border-l-4 py-2 pr-3 pl-2", box)}>
        <span className={classes("w-3 shrink-0 font-mono font-semibold select-none", ink)} aria-hidden>
          {sign}
        </span>
        <div className="prose min-w-0 flex-1">
          <span className="sr-only">{titles[side]}: </span>
          {content}
          {listed.length > 0 && (
            <ul aria-label={t("attributes")} className="mt-2 list-none! pl-0! font-mono text-xs text-muted">
              {listed.map((one, index) => (
                <li key={index} className="wrap-anywhere">
                  {one}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    );
  };
  return (
    <article data-change tabIndex={-1} aria-label={note ?? t("change")} className="scroll-mt-28 rounded">
      <div className="grid gap-2 md:grid-cols-2 md:gap-4">
        {cell("before", before)}
        {cell("after", after)}
      </div>
      {beside}
    </article>
  );
}
