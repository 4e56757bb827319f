import type { Problem, RunbookPath } from "../artifact";
import { gate, maxBytes } from "../pipeline/gate";
import { parse } from "../pipeline/parse";
import { prescan } from "../pipeline/prescan";
import { report } from "../pipeline/problem";
import { decode } from "./decode";
import { compare, type Equivalence, type Source } from "./equivalence/equivalence";
import { isNobody, missingKeys, writeFrontMatter } from "./front-matter/new-front-matter";
import { readOldFrontMatter } from "./front-matter/old-front-matter";
import { type Damage, findMojibake } from "./mojibake";
import type { Notice } from "./notice";
import { type Proposal, type Range, type Structure, takeProposals } from "./structure/proposal";
import { proposeStructure } from "./structure/propose";
import { applyEdits, type Edit, lineAt } from "./text/edit";
import { fenced } from "./text/literal";
import { blocksAsText, originBefore, toMdx, type Written } from "./text/to-mdx";

export type ImportOptions = {
  /** `<service>/<file>` under which the result will stand. */
  path: RunbookPath;
  /** The file's name, for problems; an `.mdx` that is a runbook already stays as it is. */
  file?: string;
  lang?: string | null;
  owner?: string | null;
  /** Take the repair of damaged characters. */
  repair?: boolean;
};

export type Imported = {
  /** The plain runbook, with no structure but what its Markdown says; null when the text is refused. */
  mdx: string | null;
  /** Why it is refused, or what lint advises. */
  problems: Problem[];
  notices: Notice[];
  /** Structure that may be added, each by itself. */
  proposals: Proposal[];
  /** Damaged characters that a repair would mend; empty once it was taken. */
  damage: Damage[];
  equivalence: Equivalence;
  /** The runbook with these proposals, and how it compares. Ids that do not exist are left out. */
  take: (ids: Iterable<string>) => Taken;
};
export type Taken = { mdx: string; problems: Problem[]; equivalence: Equivalence };

const nothing: Equivalence = { complete: false, missing: [], compared: 0 };

/**
 * Makes a runbook of a Markdown text, losing nothing: whatever MDX or the gate would not take is shown as text. The
 * plain result is complete by itself; structure is only proposed. Pure.
 */
export function importMarkdown(input: string | Uint8Array, options: ImportOptions): Imported {
  const file = options.file ?? `${options.path}.md`;
  const decoded = decode(input);
  const damage = findMojibake(decoded.text);
  const repaired = options.repair
    ? applyEdits(
        decoded.text,
        damage.map(({ edit }) => edit),
      )
    : decoded.text;
  const rule = options.repair ? "repaired" : "mojibake";
  const notices: Notice[] = [
    ...decoded.notices,
    ...damage.map(({ line, found, repaired: mended }): Notice => ({ rule, line, text: `${found} → ${mended}` })),
  ];
  const left = options.repair ? [] : damage;
  const refused = refusalOf(repaired, file);
  if (refused) return { ...unread, problems: refused, notices, damage: left };
  if (file.endsWith(".mdx")) {
    const already = gate({ file, path: options.path, format: "mdx", source: repaired });
    if (already.runbook) return asItIs(repaired, already.problems, notices, left);
  }
  return { ...write(repaired, options, file, notices), damage: left };
}

const unread: Omit<Imported, "problems" | "notices" | "damage"> = {
  mdx: null,
  proposals: [],
  equivalence: nothing,
  take: () => ({ mdx: "", problems: [], equivalence: nothing }),
};

/** A runbook already: nothing to do. */
function asItIs(mdx: string, problems: Problem[], notices: Notice[], damage: Damage[]): Imported {
  const equivalence = { complete: true, missing: [], compared: 0 };
  return { mdx, problems, notices, proposals: [], damage, equivalence, take: () => ({ mdx, problems, equivalence }) };
}

/** What no parser should see. */
function refusalOf(text: string, file: string): Problem[] | null {
  const found = report(file);
  const bytes = text.length > maxBytes ? text.length : new TextEncoder().encode(text).length;
  if (bytes > maxBytes)
    found.add("file-too-large", null, { size: String(Math.ceil(bytes / 1024)), limit: String(maxBytes / 1024) });
  else prescan(text, "md", found);
  return found.problems.length > 0 ? found.problems : null;
}

function write(text: string, options: ImportOptions, file: string, notices: Notice[]): Omit<Imported, "damage"> {
  const service = options.path.split("/")[0] ?? "";
  const old = readOldFrontMatter(text, service);
  const tree = parse(old.body, "md", report(file)) ?? { type: "root" as const, children: [] };
  const wanted = { path: options.path, service, lang: options.lang ?? null, owner: options.owner ?? null };
  const missing = missingKeys(old, tree, wanted);
  const source: Source = { body: old.body, line: old.line, shown: old.shown };
  const shown = old.shown ? `${fenced(old.shown.lang, old.shown.text)}\n${old.body.startsWith("\n") ? "" : "\n"}` : "";
  const headOf = (extras: Parameters<typeof writeFrontMatter>[2]) =>
    (old.complete ? `---\n${old.kept}\n---\n` : writeFrontMatter(old, missing, extras)) +
    (shown ? `\n${shown}` : /^\n|^$/.test(old.body) ? "" : "\n");
  const check = (mdx: string, against: Source = source): Taken => {
    const { runbook, problems } = gate({ file, path: options.path, format: "mdx", source: mdx });
    return { mdx, problems, equivalence: runbook ? compare(against, runbook) : nothing };
  };
  const head = headOf([]);
  const draft = faithful({ body: old.body, head, check, source });
  // Blocks that are shown as their source are compared as such.
  const compared = { ...source, body: applyEdits(old.body, draft.edits) };
  const plain = check(head + draft.written.mdx, compared);
  const bodyNotices = draft.written.notices.map((one) => ({ ...one, line: one.line + old.line - 1 }));
  if (plain.problems.some((one) => one.severity === "error"))
    return { ...unread, problems: plain.problems, notices: [...notices, ...old.notices, ...bodyNotices] };
  const lineOf = (offset: number) =>
    lineAt(old.body, originBefore([draft.edits, ...draft.written.passes], offset)) + old.line - 1;
  const comparedLine = (offset: number) =>
    lineAt(compared.body, originBefore(draft.written.passes, offset)) + old.line - 1;
  const title = missing.title ?? "";
  const lang = missing.lang ?? "es";
  const structure = proposeStructure(draft.written.mdx, { keys: old.keys, title, lang, lineOf });
  if (missing.owner && isNobody(missing.owner) && !structure.extras.some((one) => one.key === "owner"))
    notices.push({ rule: "owner-wanted", line: 1, text: missing.owner });
  const take = (ids: Iterable<string>): Taken => {
    const taken = takeProposals(draft.written.mdx, structure, new Set(ids));
    const linesOf = (ranges: Range[]) =>
      new Set(ranges.flatMap(({ start, end }) => linesFrom(comparedLine(start), comparedLine(end))));
    const structural = linesOf(taken.dropped);
    const moved = linesOf(taken.cut);
    return check(headOf(taken.extras) + taken.body, { ...compared, structural, moved });
  };
  return {
    mdx: plain.mdx,
    problems: plain.problems,
    notices: [...notices, ...old.notices, ...bodyNotices],
    proposals: sound(structure, take),
    equivalence: plain.equivalence,
    take,
  };
}

const linesFrom = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

type Attempt = { body: string; head: string; check: (mdx: string, against?: Source) => Taken; source: Source };

/** The body as MDX that says the same: as a whole, else with some of its blocks as text, else all of it as text. */
function faithful({ body, head, check, source }: Attempt): { written: Written; edits: Edit[] } {
  const passes = (mdx: string, against: Source) => check(head + mdx, against).equivalence.complete;
  const whole = toMdx(body);
  if (passes(whole.mdx, source)) return { written: whole, edits: [] };
  const shown = source.shown;
  const blocks = blocksAsText(body, (block) => passes(toMdx(block).mdx, { body: block, line: 1, shown }));
  const edited = applyEdits(body, blocks.edits);
  const written = toMdx(edited);
  const byBlocks = { written: { ...written, notices: [...written.notices, ...blocks.notices] }, edits: blocks.edits };
  if (passes(written.mdx, { ...source, body: edited })) return byBlocks;
  const all: Edit[] = [{ start: 0, end: body.length, text: fenced("markdown", body) }];
  const asText = toMdx(applyEdits(body, all));
  if (!passes(asText.mdx, { ...source, body: applyEdits(body, all) })) return { written: whole, edits: [] };
  return { written: { ...asText, notices: [{ rule: "file-as-text", line: 1, text: "" }] }, edits: all };
}

/** Proposals that can be taken together without losing anything; those of a procedure that cannot are not made. */
function sound({ proposals }: Structure, take: (ids: Iterable<string>) => Taken): Proposal[] {
  const isSound = (some: Proposal[]) => {
    const { problems, equivalence } = take(some.map((one) => one.id));
    return equivalence.complete && !problems.some((one) => one.severity === "error");
  };
  if (proposals.length === 0 || isSound(proposals)) return proposals;
  const byId = new Map(proposals.map((one) => [one.id, one]));
  const rootOf = (one: Proposal): Proposal =>
    one.needs === null ? one : rootOf(byId.get(one.needs) ?? { ...one, needs: null });
  const kept: Proposal[] = [];
  for (const root of proposals.filter((one) => one.needs === null)) {
    const group = proposals.filter((one) => rootOf(one) === root);
    if (isSound([...kept, ...group])) kept.push(...group);
  }
  return kept;
}
