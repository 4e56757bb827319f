import { Island } from "@/components/layout/island";
import { drawingOf } from "../../diagram/drawing";
import { FlowchartDrawing } from "./flowchart-drawing";
import { MermaidDiagram } from "./mermaid-diagram";

/** A diagram of a runbook: a flowchart is drawn here, on the server; what only Mermaid can draw, in the browser. */
export function Diagram({ text }: { text: string }) {
  const drawing = drawingOf(text);
  if (drawing) return <FlowchartDrawing drawing={drawing} text={text} />;
  return (
    <Island name="diagram" props={{ text }} className="beside">
      <MermaidDiagram text={text} />
    </Island>
  );
}
