import { blockSnippets } from "./block-snippets";
import type { Vocabulary } from "./vocabulary";

/** A proposal of the editor. `snippet` has fields as CodeMirror writes them: `#{name}`. */
export type Proposal = { label: string; kind: "block" | "tag" | "attribute" | "value" | "key"; snippet: string };

/** What may be written at the end of `before`, and where in it the word begins that a proposal replaces. */
export type Proposals = { from: number; proposals: Proposal[] };

/**
 * Proposals for the text before the cursor: tags after `<`, attributes and their values inside a tag, keys in the front
 * matter, and whole blocks at the beginning of a line.
 * @param asked whether the author asked for them, rather than just typed on
 */
export function proposalsAt(before: string, words: Vocabulary, asked: boolean): Proposals | null {
  if (isInFence(before)) return null;
  if (isInFrontMatter(before)) return frontMatterKeys(before, words);
  return insideTag(before, words) ?? closingTag(before) ?? tagNames(before, words) ?? blocks(before, asked);
}

const lineOf = (before: string) => before.slice(before.lastIndexOf("\n") + 1);

function isInFrontMatter(before: string): boolean {
  return before.startsWith("---\n") && !/\n---[ \t]*\n/.test(before.slice(3));
}

function isInFence(before: string): boolean {
  let open: string | null = null;
  for (const [, fence = ""] of before.matchAll(/^ {0,3}(`{3,}|~{3,})/gm)) {
    if (open === null) open = fence;
    else if (fence[0] === open[0] && fence.length >= open.length) open = null;
  }
  return open !== null;
}

function frontMatterKeys(before: string, { frontMatter }: Vocabulary): Proposals | null {
  const word = /^[a-zA-Z]*$/.exec(lineOf(before));
  if (!word) return null;
  const present = new Set([...before.matchAll(/^([a-zA-Z]+):/gm)].map((match) => match[1]));
  const proposals = frontMatter
    .filter((key) => !present.has(key))
    .map((key): Proposal => ({ label: key, kind: "key", snippet: `${key}: #{}` }));
  return { from: before.length - word[0].length, proposals };
}

const openTag = /<([A-Z][A-Za-z]*)((?:\s+[\w-]+(?:=(?:"[^"]*"|'[^']*'))?)*)\s+(?:([\w-]*)|([\w-]+)=(["'])([^"']*))$/;

function insideTag(before: string, { tags }: Vocabulary): Proposals | null {
  const match = openTag.exec(before.slice(-2_000));
  const tag = match && tags.find((one) => one.name === match[1]);
  if (!match || !tag) return null;
  const [, , given = "", partial, attribute, , value = ""] = match;
  if (attribute !== undefined) {
    const values = tag.attributes.find((one) => one.name === attribute)?.values ?? [];
    const proposals = values.map((one): Proposal => ({ label: one, kind: "value", snippet: one }));
    return { from: before.length - value.length, proposals };
  }
  const present = new Set([...given.matchAll(/([\w-]+)(?==|\s|$)/g)].map((found) => found[1]));
  const proposals = tag.attributes
    .filter((one) => !present.has(one.name))
    .sort((a, b) => Number(b.required) - Number(a.required))
    .map(({ name }): Proposal => {
      return { label: name, kind: "attribute", snippet: name === "irreversible" ? name : `${name}="#{}"` };
    });
  return { from: before.length - (partial ?? "").length, proposals };
}

function closingTag(before: string): Proposals | null {
  const match = /<\/([A-Za-z]*)$/.exec(before);
  const open = match && unclosed(before.slice(0, match.index));
  if (!match || !open) return null;
  return { from: match.index, proposals: [{ label: `</${open}>`, kind: "tag", snippet: `</${open}>` }] };
}

/** The innermost tag that is open at the end of the text. */
export function unclosed(text: string): string | null {
  const open: string[] = [];
  for (const [, slash, name = "", , self] of text.matchAll(
    /<(\/?)([A-Z][A-Za-z]*)((?:"[^"]*"|'[^']*'|[^"'>])*?)(\/?)>/g,
  )) {
    if (slash) open.splice(open.lastIndexOf(name) === -1 ? open.length : open.lastIndexOf(name));
    else if (!self) open.push(name);
  }
  return open.at(-1) ?? null;
}

function tagNames(before: string, { tags }: Vocabulary): Proposals | null {
  const match = /<([A-Za-z]*)$/.exec(before);
  if (!match) return null;
  return { from: match.index, proposals: fitting(before.slice(0, match.index), tags) };
}

function blocks(before: string, asked: boolean): Proposals | null {
  const word = /^[A-Za-z]*$/.exec(lineOf(before))?.[0];
  if (word === undefined || (!asked && word.length < 2)) return null;
  const proposals = Object.entries(blockSnippets).map(
    ([label, snippet]): Proposal => ({ label, kind: "block", snippet }),
  );
  return { from: before.length - word.length, proposals };
}

/** Tags that may stand here first, then the others: a tag in a wrong place is the gate's to explain. */
function fitting(before: string, tags: Vocabulary["tags"]): Proposal[] {
  const parent = unclosed(before) ?? "root";
  const fits = (tag: Vocabulary["tags"][number]) => tag.parents === null || tag.parents.includes(parent);
  return [...tags.filter(fits), ...tags.filter((tag) => !fits(tag))].map(({ name }) => ({
    label: `<${name}>`,
    kind: "tag",
    snippet: blockSnippets[name] ?? `<${name}>\n#{}\n</${name}>`,
  }));
}
