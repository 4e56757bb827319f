import type { Mark, TagMark } from "./marks";

/** A tag with all that it holds. */
export type Block = {
  name: string;
  open: TagMark;
  close: TagMark | null;
  from: number;
  /** Where it ends; beyond every text while nothing closes it. */
  to: number;
  parent: Block | null;
  children: Block[];
};

export type Blocks = { all: Block[]; strays: TagMark[] };

// In a sentence `<token>` is a slip of the pen, and would otherwise hold all that follows.
const html = new Set(["details", "summary", "table", "thead", "tbody", "tr", "th", "td", "kbd", "sub", "sup", "u"]);
const isHolder = (name: string) => /^[A-Z]/.test(name) || html.has(name);

const made = new WeakMap<Mark[], Blocks>();

/** Pairs opening with closing tags. A closing tag ends what was left open inside it; one without a partner is a stray. */
export function blocksOf(marks: Mark[]): Blocks {
  const ready = made.get(marks);
  if (ready) return ready;
  const all: Block[] = [];
  const strays: TagMark[] = [];
  const open: Block[] = [];
  for (const mark of marks) {
    if (mark.kind !== "tag" || !isHolder(mark.name)) continue;
    if (mark.form === "close") {
      const at = open.findLastIndex((block) => block.name === mark.name);
      const [ended, ...inside] = at < 0 ? [] : open.splice(at);
      if (ended) Object.assign(ended, { close: mark, to: mark.to });
      else strays.push(mark);
      for (const block of inside) block.to = mark.from;
      continue;
    }
    const parent = open.at(-1) ?? null;
    const isOpen = mark.form === "open";
    const to = isOpen ? Number.MAX_SAFE_INTEGER : mark.to;
    const block: Block = { name: mark.name, open: mark, close: null, from: mark.from, to, parent, children: [] };
    parent?.children.push(block);
    all.push(block);
    if (isOpen) open.push(block);
  }
  const blocks = { all, strays };
  made.set(marks, blocks);
  return blocks;
}

/** The blocks around an offset, the outermost first; one is around its own tags, too. */
export function around(marks: Mark[], offset: number): Block[] {
  return blocksOf(marks).all.filter((block) => block.from <= offset && offset < block.to);
}

/** The blocks that a new tag at an offset would stand in, the outermost first. */
export function inside(marks: Mark[], offset: number): Block[] {
  return blocksOf(marks).all.filter(({ open, close, to }) => open.to <= offset && offset <= (close?.from ?? to));
}
