import { Island } from "@/components/layout/island";
import { MermaidDiagram } from "./mermaid-diagram";

/** A diagram of a runbook. */
export function Diagram({ text }: { text: string }) {
  return (
    <Island name="diagram" props={{ text }} className="beside">
      <MermaidDiagram text={text} />
    </Island>
  );
}
