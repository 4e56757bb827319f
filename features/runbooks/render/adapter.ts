import * as React from "react";
import * as jsxRuntime from "react/jsx-runtime";
import type { Artifact } from "../artifact";
import type { ElementName } from "../element-names";
import type { BlockName, ElementProps } from "../element-schema";

type Props = ElementProps;
/** One component per tag and per kind of fence; HTML elements such as `a` or `table` may be replaced too. */
export type RunbookComponents = {
  [Name in ElementName | BlockName]: React.ComponentType<Props[Name] & { children?: React.ReactNode }>;
} & Record<string, React.ElementType>;

type Content = (props: { components: RunbookComponents }) => React.ReactElement;
const shared = globalThis as typeof globalThis & { bitacoraRendered?: Map<string, Content> };
const maxKept = 400;

/**
 * A runbook as React elements, evaluated on the server from code that the pipeline compiled. No hooks run inside.
 * @throws when a component is missing from `components`.
 */
export function renderRunbook(artifact: Artifact, components: RunbookComponents): React.ReactElement {
  return contentOf(artifact)({ components });
}

/**
 * The content of one block, such as the `Step` of an id, as guided execution shows it: the same components as on the page.
 * @returns null when the runbook has no such block.
 */
export function renderBlock(
  artifact: Artifact,
  components: RunbookComponents,
  name: ElementName,
  id: string,
): React.ReactNode | null {
  const block = pickBlock(renderRunbook(artifact, components), components[name], id);
  return block ? block.props.children : null;
}

type Block = React.ReactElement<{ id?: string; children?: React.ReactNode }>;

/** The first element of a type and id in a tree of elements, which are plain objects until React renders them. */
export function pickBlock(tree: React.ReactNode, type: React.ElementType, id: string): Block | null {
  if (Array.isArray(tree)) {
    for (const node of tree as React.ReactNode[]) {
      const found = pickBlock(node, type, id);
      if (found) return found;
    }
    return null;
  }
  if (!React.isValidElement<Block["props"]>(tree)) return null;
  return tree.type === type && tree.props.id === id ? tree : pickBlock(tree.props.children, type, id);
}

function contentOf(artifact: Artifact): Content {
  shared.bitacoraRendered ??= new Map();
  const kept = shared.bitacoraRendered;
  const key = `${artifact.path}\n${artifact.hash}`;
  const ready = kept.get(key);
  if (ready) return ready;
  // The compiled code reaches React as its arguments and nothing else by import; the gate let no expression through.
  const evaluate = new Function("React", "ReactDOM", "_jsx_runtime", artifact.code) as (...scope: unknown[]) => {
    default: Content;
  };
  const content = evaluate(React, {}, jsxRuntime).default;
  kept.set(key, content);
  const oldest = kept.size > maxKept ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  return content;
}
