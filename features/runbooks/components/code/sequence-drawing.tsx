import type { SequenceDrawing as Drawing } from "../../diagram/sequence-drawing";
import { frameWordWidth } from "../../diagram/sequence-rows";
import { DiagramFigure, DiagramLabel } from "./diagram-figure";

const dashes = "4 4";
const frameWordHeight = 22;

export function SequenceDrawing({ drawing, text }: { drawing: Drawing; text: string }) {
  const { participants, lifelines, frames, bars, notes, messages } = drawing;
  return (
    <DiagramFigure drawing={drawing} text={text}>
      {lifelines.map(({ x, top, bottom }) => (
        <path key={x} d={`M${x} ${top}V${bottom}`} className="stroke-line-strong" />
      ))}
      {bars.map((bar) => (
        <rect key={`${bar.x} ${bar.y}`} {...bar} className="fill-raised stroke-line-strong" />
      ))}
      {frames.map((frame) => (
        <Frame key={`${frame.x} ${frame.y}`} {...frame} />
      ))}
      {participants.map(({ text: label, isPerson, ...box }) => (
        <g key={`${box.x} ${box.y}`}>
          {isPerson ? (
            <Person x={box.x + box.width / 2} y={box.y} />
          ) : (
            <rect {...box} rx={4} className="fill-raised stroke-line-strong" />
          )}
          <DiagramLabel {...label} className="fill-ink" />
        </g>
      ))}
      {messages.map(({ points, head, dotted, text: label }) => (
        <g key={label.y} className="stroke-muted">
          <path
            d={`M${points.map(({ x, y }) => `${x} ${y}`).join("L")}`}
            fill="none"
            strokeWidth={1.25}
            strokeDasharray={dotted ? dashes : undefined}
          />
          {head && <path d={head} className="fill-muted" />}
        </g>
      ))}
      {messages.map(({ text: label }) => (
        <DiagramLabel key={label.y} {...label} clear className="fill-ink" />
      ))}
      {notes.map(({ text: label, ...box }) => (
        <g key={box.y}>
          <rect {...box} rx={2} className="fill-canvas stroke-line-strong" strokeDasharray="2 2" />
          <DiagramLabel {...label} className="fill-ink" />
        </g>
      ))}
    </DiagramFigure>
  );
}

/** A frame around a part of what happens, with its word in the corner and a line between its parts. */
function Frame({ word, parts, ...box }: Drawing["frames"][number]) {
  const wide = frameWordWidth(word);
  const { x, y } = box;
  return (
    <g className="stroke-line-strong">
      <rect {...box} fill="none" rx={2} />
      <path d={`M${x} ${y}h${wide}v${frameWordHeight - 6}l-6 6H${x}Z`} className="fill-raised" />
      <DiagramLabel lines={[word]} x={x + wide / 2} y={y + frameWordHeight / 2} className="fill-muted" />
      {parts.map(({ y: top, text }, at) => (
        <g key={top}>
          {at > 0 && <path d={`M${x} ${top}h${box.width}`} strokeDasharray={dashes} />}
          <DiagramLabel {...text} clear className="fill-muted" />
        </g>
      ))}
    </g>
  );
}

/** A stick figure, 34 px high, from the upper edge of its place. */
function Person({ x, y }: { x: number; y: number }) {
  return (
    <g fill="none" className="stroke-muted" strokeWidth={1.5}>
      <circle cx={x} cy={y + 9} r={6} />
      <path d={`M${x} ${y + 15}v11M${x - 9} ${y + 19}h18M${x} ${y + 26}l-7 9M${x} ${y + 26}l7 9`} />
    </g>
  );
}
