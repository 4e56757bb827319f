import { Children, type ElementType, isValidElement, type ReactElement, type ReactNode } from "react";
import type { Artifact } from "@/features/runbooks/artifact";
import { runbookBlocks } from "@/features/runbooks/components/blocks/runbook-blocks";
import { pickBlock, renderRunbook } from "@/features/runbooks/render/adapter";
import type { RunBodies } from "@/features/runs/components/run-screen";

type Element = ReactElement<{ id?: string; label?: string; children?: ReactNode }>;

/** In a run a question is a step of its own, so the step that holds it leaves it out. */
const SeparateDecision = () => null;
/** How to take a change back is said before its command. */
const SeparateUndo = () => null;

type Run = { blob: string; steps: { id: string; blob: string | null }[] };

/**
 * What the steps, answers and escalations of a run say: each step by the text that it was pinned to or adopted from.
 * @param artifacts by blob
 */
export function runBodies(run: Run, artifacts: ReadonlyMap<string, Artifact>): RunBodies {
  const rendered = new Map([...artifacts].map(([blob, artifact]) => [blob, bodiesOf(artifact)]));
  const bodies = rendered.get(run.blob) ?? { steps: {}, options: {}, escalations: {}, blobs: {}, undos: {} };
  for (const { id, blob } of run.steps) {
    if (blob === null) continue;
    const adopted = rendered.get(blob);
    bodies.blobs[id] = blob;
    bodies.steps[id] = adopted?.steps[id];
    bodies.undos[id] = adopted?.undos[id];
    bodies.options[id] = adopted?.options[id] ?? {};
  }
  return bodies;
}

/** What a runbook says, rendered by the components of its page. */
export function bodiesOf(artifact: Artifact): RunBodies {
  const blocks = { ...runbookBlocks(artifact), Decision: SeparateDecision, Undo: SeparateUndo };
  const tree = renderRunbook(artifact, blocks);
  const bodies: RunBodies = { steps: {}, options: {}, escalations: {}, blobs: {}, undos: {} };
  for (const procedure of artifact.plan.procedures) {
    for (const { id, type } of procedure.phases.flatMap(({ steps }) => steps)) {
      const block = pickBlock(tree, type === "decision" ? blocks.Decision : blocks.Step, id);
      const inside = (block as Element | null)?.props.children;
      if (type === "step") {
        bodies.steps[id] = inside;
        const undos = within(inside, SeparateUndo).map(({ props }) => props.children);
        bodies.undos[id] = undos.length > 0 ? Children.toArray(undos) : undefined;
      } else bodies.options[id] = optionTexts(inside, blocks.Option);
    }
    const home = pickBlock(tree, blocks.Procedure, procedure.id);
    const [escalation] = within(home, blocks.Escalation);
    if (escalation) {
      const texts = Children.toArray(escalation.props.children);
      bodies.escalations[procedure.id] = texts.filter((node) => !isValidElement(node) || node.type !== blocks.Step);
    }
  }
  return bodies;
}

function optionTexts(inside: ReactNode, Option: ElementType): Record<string, ReactNode> {
  const options = within(inside, Option).filter(({ props }) => props.children !== undefined);
  return Object.fromEntries(options.map(({ props }) => [props.label ?? "", props.children]));
}

/** The elements of a type in a tree, outermost first. */
function within(tree: ReactNode, type: ElementType): Element[] {
  if (Array.isArray(tree)) return tree.flatMap((node) => within(node, type));
  if (!isValidElement<Element["props"]>(tree)) return [];
  return tree.type === type ? [tree] : within(tree.props.children, type);
}
