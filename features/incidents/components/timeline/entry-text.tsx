"use client";
import type { Root } from "mdast";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { type MarkdownLook, MarkdownTree } from "@/components/ui/markdown/markdown-tree";
import { plainWords } from "@/components/ui/markdown/plain-words";
import { scrollable } from "@/components/ui/scrollable";
import { isPlainText, readSafeMarkdown } from "@/features/runbooks/markdown/safe-markdown";
import type { EntryKind } from "../../timeline/schema";
import { captionOf, shownPart } from "../../timeline/shown-part";
import { EntryCode } from "./entry-code";
import { entryWords, type Known } from "./entry-words";
import { useKnown } from "./use-known";

type EntryTextProps = {
  body: string;
  kind: EntryKind;
  /** The step that the entry is linked to. */
  link?: { runId: string | null; stepId: string | null };
};

/**
 * The Markdown of an entry, through the gate of runbooks. Most entries hold none and are shown as they are, unparsed. Evidence
 * that is no Markdown is shown as it was pasted.
 */
export function EntryText({ body, kind, link }: EntryTextProps) {
  const t = useTranslations("incidents.timeline");
  const known = useKnown(link);
  const [whole, setWhole] = useState(false);
  const { text, lines, cut } = shownPart(kind === "attachment" ? captionOf(body) : body, whole);
  const verbatim = kind === "evidence" && lines > 1 && !body.includes("```");
  if (text === "") return null;
  return (
    <div className="max-w-[72ch] min-w-0">
      {verbatim ? <Verbatim text={text} /> : <Marked text={text} known={known} />}
      {cut && (
        <Button size="sm" variant="ghost" onClick={() => setWhole(!whole)} aria-expanded={whole}>
          {whole ? t("showLess") : t("showAll", { lines })}
        </Button>
      )}
    </div>
  );
}

function Marked({ text, known }: { text: string; known: Known }) {
  const t = useTranslations("incidents.quickEntry");
  const newTab = t("newTab");
  const look = useMemo<MarkdownLook>(
    () => ({ words: (words) => entryWords(words, known), code: EntryCode, newTab }),
    [known, newTab],
  );
  if (isPlainText(text)) return <p className="whitespace-pre-line wrap-anywhere">{entryWords(text, known)}</p>;
  const tree = treeOf(text);
  if (!tree) return <Verbatim text={text} />;
  return (
    <div className="grid gap-2 wrap-anywhere *:min-w-0">
      <MarkdownTree tree={tree} look={look} />
    </div>
  );
}

/** One line of Markdown, where only phrases may stand. */
export function EntryLine({ text }: { text: string }) {
  const newTab = useTranslations("incidents.quickEntry")("newTab");
  const [first] = treeOf(text)?.children ?? [];
  if (first?.type !== "paragraph") return <span>{plainWords(text)}</span>;
  const tree: Root = { type: "root", children: first.children };
  return (
    <span>
      <MarkdownTree tree={tree} look={{ code: ({ text }) => <code>{text}</code>, newTab }} />
    </span>
  );
}

const Verbatim = ({ text }: { text: string }) => (
  <pre
    {...scrollable}
    className="max-h-96 overflow-auto rounded border border-line bg-raised px-2.5 py-1.5 font-mono text-sm whitespace-pre"
  >
    {plainWords(text)}
  </pre>
);

// A timeline is scrolled up and down: each of its texts is parsed once.
const read = new Map<string, Root | null>();
const kept = 1_000;

function treeOf(text: string): Root | null {
  const ready = read.get(text);
  if (ready !== undefined) return ready;
  const tree = readSafeMarkdown(text);
  if (read.size >= kept) read.delete(read.keys().next().value ?? "");
  read.set(text, tree);
  return tree;
}
