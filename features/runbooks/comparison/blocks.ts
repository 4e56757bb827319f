/** What React calls an element, as far as a comparison reads it: a plain object until somebody renders it. */
export type TreeElement = { type: unknown; props: Record<string, unknown> };

/** A part of a rendered document that is compared as one. */
export type Block = {
  /** The tag: `Step`, `p`. */
  name: string;
  id: string | null;
  title: string | null;
  /** All its words, as a reader sees them. */
  text: string;
  /** Its own attributes, as `name="value"`. */
  attributes: string[];
  /** Equal for blocks that are equal throughout. */
  signature: string;
  /** To be rendered. */
  node: TreeElement;
  /** What it holds, where that is compared piece by piece. */
  inside: Block[] | null;
};

/** Names of the components that a document was rendered with, to tell its elements by. */
export type Names = ReadonlyMap<unknown, string>;

/** Blocks that are opened when something in them changed; others are shown before and after as a whole. */
const containers = new Set([
  "Procedure",
  "Checklist",
  "Diagnosis",
  "Remediation",
  "Verification",
  "Escalation",
  "Step",
]);

/** A piece of text in a tree, and where it begins in the text of the whole. */
export type Leaf = { text: string; start: number };

/** @param components what the tree was rendered with, by name */
export const namesOf = (components: Record<string, unknown>): Names =>
  new Map(Object.entries(components).map(([name, component]) => [component, name]));

/** The blocks of a rendered document, in order. Text between them that is only space is none. */
export function blocksOf(tree: unknown, names: Names): Block[] {
  return childrenOf(tree).flatMap((node) => {
    if (isFragment(node)) return blocksOf(node.props.children, names);
    if (isElement(node)) return [blockOf(node, names)];
    return String(node).trim() === "" ? [] : [blockOf({ type: "p", props: { children: node } }, names)];
  });
}

function blockOf(node: TreeElement, names: Names): Block {
  const name = nameOf(node, names);
  const { id, title, question, label } = node.props;
  return {
    name,
    id: asText(id),
    title: asText(title) ?? asText(question) ?? asText(label) ?? (/^h\d$/.test(name) ? textOf(node) : null),
    text: textOf(node),
    attributes: attributesOf(node),
    signature: signatureOf(node, names),
    node,
    inside: containers.has(name) ? blocksOf(node.props.children, names) : null,
  };
}

/** The texts of a tree in the order in which they are read; those of different paragraphs stand apart. */
export function leavesOf(tree: unknown): Leaf[] {
  const leaves: Leaf[] = [];
  let end = 0;
  const add = (text: string) => {
    leaves.push({ text, start: end });
    end += text.length;
  };
  const read = (node: unknown): void => {
    if (typeof node === "string" || typeof node === "number") add(String(node));
    if (Array.isArray(node)) for (const one of node) read(one);
    if (!isElement(node)) return;
    // Code comes as an attribute, because it is highlighted before it is shown.
    if (isCode(node)) add(node.props.text);
    read(node.props.children);
    if (!inline.has(String(node.type))) end += 1;
  };
  read(tree);
  return leaves;
}

const inline = new Set(["a", "b", "strong", "em", "code", "del", "kbd", "sub", "sup", "span"]);

/** The words of a tree; between its paragraphs stands a line feed. */
export function textOf(tree: unknown): string {
  let text = "";
  for (const leaf of leavesOf(tree)) text = text.padEnd(leaf.start, "\n") + leaf.text;
  return text;
}

/** A block of code: its text is an attribute. */
export const isCode = (node: TreeElement): node is TreeElement & { props: { text: string; lang?: string } } =>
  typeof node.type !== "string" && typeof node.props.text === "string" && node.props.children === undefined;

/** Attributes of an element and of all inside it, as they were written: also those that no reader sees, such as addresses. */
export function deepAttributes(node: TreeElement, names: Names): string[] {
  const own = attributesOf(node).map((one) => `${nameOf(node, names)} ${one}`);
  return [
    ...own,
    ...childrenOf(node.props.children).flatMap((child) => (isElement(child) ? deepAttributes(child, names) : [])),
  ];
}

function attributesOf(node: TreeElement): string[] {
  return Object.entries(node.props)
    .filter(([name, value]) => name !== "children" && value !== undefined && !(isCode(node) && name === "text"))
    .map(([name, value]) => (value === true ? name : `${name}=${JSON.stringify(value)}`))
    .sort();
}

function signatureOf(node: unknown, names: Names): string {
  if (Array.isArray(node)) return node.map((one) => signatureOf(one, names)).join("");
  if (!isElement(node)) return node === null || node === undefined || node === false ? "" : String(node);
  const code = isCode(node) ? node.props.text : "";
  const head = [nameOf(node, names), ...attributesOf(node)].join("\u0001");
  return `\u0002${head}\u0003${code}${signatureOf(node.props.children, names)}\u0004`;
}

const nameOf = ({ type }: TreeElement, names: Names): string =>
  typeof type === "string" ? type : (names.get(type) ?? (typeof type === "symbol" ? "" : "block"));

const childrenOf = (tree: unknown): unknown[] =>
  Array.isArray(tree) ? tree.flatMap(childrenOf) : tree === null || tree === undefined || tree === false ? [] : [tree];

export const isElement = (node: unknown): node is TreeElement =>
  typeof node === "object" && node !== null && "type" in node && "props" in node;

const isFragment = (node: unknown): node is TreeElement => isElement(node) && typeof node.type === "symbol";

const asText = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
