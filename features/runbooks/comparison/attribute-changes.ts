import { type Block, deepAttributes, type Names } from "./blocks";

/** What differs in the attributes of two blocks and of all in them: what a link leads to is nowhere to be read. */
export function attributeChanges(before: Block, after: Block, names: Names): { before: string[]; after: string[] } {
  const [old, fresh] = [deepAttributes(before.node, names), deepAttributes(after.node, names)];
  return { before: without(old, fresh), after: without(fresh, old) };
}

/** The same for the head of a block that is opened: its own attributes only. */
export function headChanges(before: Block, after: Block): { before: string[]; after: string[] } {
  return { before: without(before.attributes, after.attributes), after: without(after.attributes, before.attributes) };
}

function without(all: string[], others: string[]): string[] {
  const left = [...others];
  return all.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
