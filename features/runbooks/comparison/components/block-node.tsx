import { cloneElement, Fragment, isValidElement, type ReactElement, type ReactNode } from "react";
import { type Block, isCode, type Leaf, leavesOf } from "../blocks";
import { changedWords, piecesOf, type Range } from "../likeness";
import type { Place } from "../places";
import { ComparedCode } from "./compared-code";
import { type Side, WordPieces } from "./word-pieces";

type Given = Record<string, unknown> & { children?: ReactNode };

/** A block before and after, each rendered as the page shows it with the words marked that the other has not. */
export function markedPair(before: Block, after: Block): { before: ReactNode; after: ReactNode } {
  const words = before.text === after.text ? null : changedWords(before.text, after.text);
  return {
    before: blockNode(before, "before", { ranges: words?.before ?? [] }),
    after: blockNode(after, "after", { ranges: words?.after ?? [] }),
  };
}

/** A block rendered as the page shows it. Ids are set apart by side: two elements of one id are none. */
export function blockNode(
  block: Block,
  side: Side,
  { ranges = [], place }: { ranges?: Range[]; place?: Place } = {},
): ReactNode {
  const leaves = leavesOf(block.node);
  const node = withMarks(block.node as ReactElement<Given>, side, ranges, leaves.values());
  return place && isValidElement<Given>(node) ? cloneElement(node, { place, heading: "h4" }) : node;
}

/** The head of a block that is opened: the block without what it holds. */
export function headNode({ node, id }: Block, side: Side, place?: Place): ReactNode {
  const given = { ...(id === null ? {} : { id: `${side}-${id}` }), ...(place ? { place, heading: "h4" } : {}) };
  return cloneElement(node as ReactElement<Given>, { ...given, children: undefined });
}

/** The same tree with its words in pieces; `leaves` are its texts in order. */
function withMarks(node: ReactNode, side: Side, ranges: Range[], leaves: Iterator<Leaf>): ReactNode {
  const pieces = () => {
    const { text, start } = leaves.next().value ?? { text: "", start: 0 };
    return piecesOf(text, start, ranges);
  };
  if (typeof node === "string" || typeof node === "number") {
    const found = pieces();
    return found.some(({ changed }) => changed) ? <WordPieces pieces={found} side={side} /> : node;
  }
  const inside = (child: ReactNode) => withMarks(child, side, ranges, leaves);
  if (Array.isArray(node)) return node.map((child, index) => <Fragment key={index}>{inside(child)}</Fragment>);
  if (!isValidElement<Given>(node)) return node;
  if (isCode(node)) {
    const found = pieces();
    if (!found.some(({ changed }) => changed)) return node;
    return <ComparedCode lang={node.props.lang} text={node.props.text} pieces={found} side={side} />;
  }
  const { id, children } = node.props;
  const apart = typeof id === "string" ? { id: `${side}-${id}` } : {};
  if (children === undefined) return cloneElement(node, apart);
  // Children stay a list of their own, since blocks such as phases look at theirs.
  return Array.isArray(children)
    ? cloneElement(node, apart, ...(children as ReactNode[]).map(inside))
    : cloneElement(node, apart, inside(children));
}
