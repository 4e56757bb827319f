import type { ElementName } from "../../element-names";
import { idFrom, idPool } from "../../pipeline/slug";
import {
  type Attribute,
  type Block,
  type FencePiece,
  type FoundDecision,
  openTag,
  type Range,
  type Reason,
  type Structure,
} from "./proposal";

export type Maker = ReturnType<typeof maker>;

/**
 * Makes the blocks and proposals of one text, with ids that are unique in it.
 * @param lineOf the line of the imported text that a place of `body` comes from
 */
export function maker(body: string, taken: Iterable<string>, lineOf: (offset: number) => number, lang: string) {
  const structure: Structure = { proposals: [], blocks: [], cuts: [], extras: [] };
  const ids = idPool(taken);
  const names = idPool();
  const propose = (
    kind: Structure["proposals"][number]["kind"],
    offset: number,
    what: string,
    why: Reason,
    needs: string | null,
  ) => {
    const line = lineOf(offset);
    const id = names(`${kind.toLowerCase()}-${line}`);
    structure.proposals.push({ id, kind, line, what, why, needs, names: [] });
    return id;
  };
  const named = (proposal: string, key: string, tag: ElementName, attributes: Attribute[]) => {
    const given = (...names: string[]) => attributes.find(({ name }) => names.includes(name))?.value ?? null;
    const made = { key, id: given("id"), title: given("title", "question"), tag };
    structure.proposals.find(({ id }) => id === proposal)?.names.push(made);
  };
  const bare = (
    tag: ElementName,
    range: Range,
    why: Reason,
    needs: string | null,
    given: Partial<Block> = {},
  ): Block => {
    const attributes = given.attributes ?? [];
    const proposal = propose(tag, range.start, openTag(tag, attributes), why, needs);
    named(proposal, proposal, tag, attributes);
    return { ...range, proposal, key: proposal, tag, attributes, drops: [], children: [], ...given };
  };
  const titled = (text: string): Attribute[] => {
    const title = text.slice(0, 300).trim();
    return [
      { name: "id", value: ids(idFrom(title)) },
      { name: "title", value: title },
    ];
  };
  return {
    body,
    structure,
    /** The question of alternatives that nobody asks in words. */
    whichCase: lang.startsWith("es") ? "¿Cuál es el caso?" : "Which case is it?",
    bare,
    propose,
    /** A block with an id and a title. */
    block: (
      tag: ElementName,
      title: string,
      range: Range,
      why: Reason,
      needs: string | null,
      drops: Range[],
      dropsIfRenamed: Range[] = [],
    ): Block => bare(tag, range, why, needs, { attributes: titled(title), drops, dropsIfRenamed }),
    /** An attribute that may be taken by itself. */
    attribute: (block: Block, name: string, value: string, why: Reason): void => {
      const proposal = propose("attribute", block.start, `${name}="${value}"`, why, block.proposal);
      block.attributes.push({ name, value, proposal });
    },
    /** The steps that a fence is cut into: all of them or none. */
    cut: (pieces: FencePiece[], needs: string): Block[] => {
      const start = pieces[0]?.range.start ?? 0;
      const proposal = propose("Step", start, `${pieces.length} × <Step>`, "commented-commands", needs);
      return pieces.map(({ title, range, before, after }, index) => {
        const attributes = titled(title);
        const key = `${proposal}#${index}`;
        named(proposal, key, "Step", attributes);
        return { ...range, proposal, key, tag: "Step", attributes, drops: [], children: [], before, after };
      });
    },
    decision: (found: FoundDecision, needs: string): Block => {
      const { question, start, end, answersAt, questionAt, options } = found;
      const attributes = [
        { name: "id", value: ids(idFrom(question)) },
        { name: "question", value: question },
      ];
      const drops = [{ start, end: answersAt }];
      const dropsIfRenamed = [{ start, end: questionAt }];
      const why = found.conditions ? "alternatives" : "question-with-answers";
      const block = bare("Decision", { start, end }, why, needs, { attributes, drops, dropsIfRenamed });
      block.children = options.map((one, index) => ({
        start: one.start,
        end: one.end,
        proposal: block.proposal,
        key: `${block.proposal}#${index}`,
        tag: "Option",
        attributes: [{ name: "label", value: one.label }],
        drops: [{ start: one.start, end: one.contentAt }],
        children: [],
      }));
      return block;
    },
  };
}
