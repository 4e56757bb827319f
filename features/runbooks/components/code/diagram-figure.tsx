import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { scrollable } from "@/components/ui/scrollable";
import { lineHeight } from "../../diagram/measure";
import { DiagramSource } from "./diagram-source";

/** Below this share of its size its text would be smaller than 12 px: it scrolls instead. */
const smallest = 12 / 14;

type FigureProps = {
  /** `left` is where its canvas begins. */
  drawing: { left?: number; width: number; height: number; title: string | null; description: string };
  /** The diagram as it was written. */
  text: string;
  children: ReactNode;
};

/** A diagram that the server has drawn: there before any script is, in the portal's colours, as large as it says. */
export function DiagramFigure({ drawing, text, children }: FigureProps) {
  const t = useTranslations("readingTools.diagram");
  const { left = 0, width, height, title, description } = drawing;
  return (
    <figure className="rounded border border-line bg-surface p-3">
      <div {...scrollable} className="overflow-x-auto">
        <svg
          role="img"
          aria-label={title ?? t("label")}
          width={width}
          height={height}
          viewBox={`${left} 0 ${width} ${height}`}
          className="mx-auto h-auto max-w-full"
          style={{ minWidth: Math.floor(width * smallest) }}
        >
          <desc>{description}</desc>
          {children}
        </svg>
      </div>
      <DiagramSource text={text} />
    </figure>
  );
}

type LabelProps = {
  lines: string[];
  x: number;
  y: number;
  className: string;
  /** Whether lines of the drawing go behind it: it stands clear of them. */
  clear?: boolean;
};

/** A text around its middle, line by line. */
export function DiagramLabel({ lines: rows, x, y, className, clear = false }: LabelProps) {
  const first = y - ((rows.length - 1) * lineHeight) / 2;
  const halo = clear && ({ paintOrder: "stroke", strokeWidth: 5, strokeLinejoin: "round" } as const);
  return (
    <text
      textAnchor="middle"
      dominantBaseline="central"
      className={`text-sm ${clear ? "stroke-surface" : "stroke-none"} ${className}`}
      {...halo}
    >
      {rows.map((row, index) => (
        <tspan key={`${index} ${row}`} x={x} y={first + index * lineHeight}>
          {row}
        </tspan>
      ))}
    </text>
  );
}
