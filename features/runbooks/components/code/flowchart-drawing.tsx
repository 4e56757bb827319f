import type { Drawing } from "../../diagram/drawing";
import { DiagramFigure, DiagramLabel } from "./diagram-figure";

const lines = { solid: "", dotted: "3 4", thick: "" } as const;

export function FlowchartDrawing({ drawing, text }: { drawing: Drawing; text: string }) {
  const { groups, edges, nodes } = drawing;
  return (
    <DiagramFigure drawing={drawing} text={text}>
      {groups.map(({ title: name, ...box }) => (
        <g key={`${box.x} ${box.y}`}>
          <rect {...box} rx={4} className="fill-canvas stroke-line" />
          <DiagramLabel {...name} className="fill-muted" />
        </g>
      ))}
      {edges.map(({ path, heads, line }) => (
        <g key={path} className="stroke-muted">
          <path d={path} fill="none" strokeWidth={line === "thick" ? 3 : 1.25} strokeDasharray={lines[line]} />
          <path d={heads.join("")} className="fill-muted" />
        </g>
      ))}
      {nodes.map(({ outline, mark, text: label }) =>
        mark ? (
          <path key={outline} d={outline} fillRule="evenodd" className="fill-muted" />
        ) : (
          <g key={outline}>
            <path d={outline} className="fill-raised stroke-line-strong" />
            <DiagramLabel {...label} className="fill-ink" />
          </g>
        ),
      )}
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
            <DiagramLabel {...label} className="fill-ink" />
          </g>
        ) : null,
      )}
    </DiagramFigure>
  );
}
