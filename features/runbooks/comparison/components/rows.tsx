import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Row } from "../align";
import { rowAnchors } from "../anchors";
import { attributeChanges, headChanges } from "../attribute-changes";
import type { Block } from "../blocks";
import type { Comparison } from "../comparison";
import { folded } from "../folded";
import type { Beside } from "./beside";
import { blockNode, headNode, markedPair } from "./block-node";
import { ChangedRow } from "./changed-row";
import type { Side } from "./word-pieces";

type Props = { rows: Row[]; comparison: Comparison; titles: Record<Side, string>; beside?: Beside };

/** The rows of a comparison; neighbours that did not change are folded into one line. */
export function Rows({ rows, ...rest }: Props): ReactNode {
  return folded(rows).map((part, index) =>
    part.kind === "fold" ? <Fold key={index} blocks={part.blocks} /> : <OneRow key={index} row={part.row} {...rest} />,
  );
}

function OneRow({ row, comparison, titles, beside }: Omit<Props, "rows"> & { row: Row }) {
  const t = useTranslations("comparison");
  const { lines, places, names } = comparison;
  const said = beside?.(rowAnchors(row, lines));
  switch (row.kind) {
    case "same":
      return null;
    case "added":
    case "removed": {
      const [side, block]: [Side, Block] = row.kind === "added" ? ["after", row.after] : ["before", row.before];
      const content = (
        <>
          {row.moved && <p className="text-sm text-muted">{t(row.kind === "added" ? "movedHere" : "movedAway")}</p>}
          {blockNode(block, side, { place: places.get(block) })}
        </>
      );
      const sides = { before: null, after: null, [side]: content };
      return <ChangedRow titles={titles} {...sides} note={t(row.kind)} beside={said} />;
    }
    case "changed": {
      const attributes = attributeChanges(row.before, row.after, names);
      const pair = markedPair(row.before, row.after);
      return <ChangedRow titles={titles} {...pair} attributes={attributes} beside={said} />;
    }
    case "opened": {
      const { before, after, headChanged } = row;
      const heads = {
        before: headNode(before, "before", places.get(before)),
        after: headNode(after, "after", places.get(after)),
      };
      return (
        <>
          {headChanged ? (
            <ChangedRow titles={titles} {...heads} attributes={headChanges(before, after)} beside={said} />
          ) : (
            <div className="prose">{heads.after}</div>
          )}
          <div className="grid gap-3 border-l border-line pl-3 *:min-w-0">
            <Rows rows={row.rows} comparison={comparison} titles={titles} beside={beside} />
          </div>
        </>
      );
    }
  }
}

/** Blocks that are the same on both sides: named, and there for whoever wants to read them. */
function Fold({ blocks }: { blocks: Block[] }) {
  const t = useTranslations("comparison");
  const titles = blocks.flatMap(({ title }) => title ?? []);
  const shown = titles.slice(0, 3).join(" · ");
  return (
    <details className="rounded border border-dashed border-line px-3 text-sm text-muted">
      <summary className="py-1.5 wrap-anywhere">
        {t("unchanged", { count: blocks.length })}
        {shown && <span>: {titles.length > 3 ? `${shown} …` : shown}</span>}
      </summary>
      <div className="prose grid gap-3 pb-3 text-base text-ink *:min-w-0">
        {blocks.map((block, index) => (
          <div key={index}>{blockNode(block, "after")}</div>
        ))}
      </div>
    </details>
  );
}
