import { Island } from "@/components/layout/island";
import { drawingOf } from "../../diagram/drawing";
import { sequenceDrawingOf } from "../../diagram/sequence-drawing";
import { FlowchartDrawing } from "./flowchart-drawing";
import { MermaidDiagram } from "./mermaid-diagram";
import { SequenceDrawing } from "./sequence-drawing";

/** A diagram of a runbook: flowcharts, states and sequences are drawn here, on the server; what only Mermaid can draw, in the browser. */
export function Diagram({ text }: { text: string }) {
  const flowchart = drawingOf(text);
  if (flowchart) return <FlowchartDrawing drawing={flowchart} text={text} />;
  const sequence = sequenceDrawingOf(text);
  if (sequence) return <SequenceDrawing drawing={sequence} text={text} />;
  return (
    <Island name="diagram" props={{ text }} className="beside">
      <MermaidDiagram text={text} />
    </Island>
  );
}
