import { useTranslations } from "next-intl";
import { scrollable } from "@/components/ui/scrollable";
import type { Drawing } from "../../diagram/drawing";
import { lineHeight } from "../../diagram/measure";
import { DiagramSource } from "./diagram-source";

const lines = { solid: "", dotted: "3 4", thick: "" } as const;
/** Below this share of its size its text would be smaller than 12 px: it scrolls instead. */
const smallest = 12 / 14;

/** A flowchart, drawn on the server: there before any script is, in the portal's colours, as large as it says. */
export function FlowchartDrawing({ drawing, text }: { drawing: Drawing; text: string }) {
  const t = useTranslations("readingTools.diagram");
  const { width, height, title, description, groups, edges, nodes } = drawing;
  return (
    <figure className="rounded border border-line bg-surface p-3">
      <div {...scrollable} className="overflow-x-auto">
        <svg
          role="img"
          aria-label={title ?? t("label")}
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          className="mx-auto h-auto max-w-full"
          style={{ minWidth: Math.floor(width * smallest) }}
        >
          <desc>{description}</desc>
          {groups.map(({ title: name, ...box }) => (
            <g key={`${box.x} ${box.y}`}>
              <rect {...box} rx={4} className="fill-canvas stroke-line" />
              <Label {...name} className="fill-muted" />
            </g>
          ))}
          {edges.map(({ path, heads, line }) => (
            <g key={path} className="stroke-muted">
              <path d={path} fill="none" strokeWidth={line === "thick" ? 3 : 1.25} strokeDasharray={lines[line]} />
              <path d={heads.join("")} className="fill-muted" />
            </g>
          ))}
          {nodes.map(({ outline, text: label }) => (
            <g key={outline}>
              <path d={outline} className="fill-raised stroke-line-strong" />
              <Label {...label} className="fill-ink" />
            </g>
          ))}
          {edges.map(({ path, label }) =>
            label ? (
              <g key={path}>
                <rect
                  x={label.x - label.width / 2}
                  y={label.y - label.height / 2}
                  width={label.width}
                  height={label.height}
                  className="fill-surface"
                />
                <Label {...label} className="fill-ink" />
              </g>
            ) : null,
          )}
        </svg>
      </div>
      <DiagramSource text={text} />
    </figure>
  );
}

function Label({ lines: rows, x, y, className }: { lines: string[]; x: number; y: number; className: string }) {
  const first = y - ((rows.length - 1) * lineHeight) / 2;
  return (
    <text textAnchor="middle" dominantBaseline="central" className={`text-sm ${className}`}>
      {rows.map((row, index) => (
        <tspan key={`${index} ${row}`} x={x} y={first + index * lineHeight}>
          {row}
        </tspan>
      ))}
    </text>
  );
}
