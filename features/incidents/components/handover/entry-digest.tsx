"use client";
import { useTranslations } from "next-intl";
import { MarkdownTree } from "@/components/ui/markdown/markdown-tree";
import { plainWords } from "@/components/ui/markdown/plain-words";
import { readSafeMarkdown } from "@/features/runbooks/markdown/safe-markdown";
import type { EntryView } from "../../timeline/schema";
import { textUnderHeadline, useHeadline } from "../timeline/entry-headline";
import { useUpdateText } from "../updates/use-update-text";

/** An entry outside of its timeline: what it did and its words, the first lines of many. */
export function EntryDigest({ entry }: { entry: EntryView }) {
  const headline = useHeadline()(entry);
  const updateText = useUpdateText();
  const text = headline === null ? updateText(entry) : textUnderHeadline(entry);
  return (
    <>
      {headline !== null && <span className="block">{headline}</span>}
      {text && <DigestText text={text} />}
    </>
  );
}

/** Markdown through the gate of runbooks; what the gate refuses is shown as it was written. */
export function DigestText({ text }: { text: string }) {
  const newTab = useTranslations("incidents.quickEntry")("newTab");
  const tree = readSafeMarkdown(text);
  if (!tree) return <p className="line-clamp-6 whitespace-pre-line wrap-anywhere">{plainWords(text)}</p>;
  return (
    <div className="line-clamp-6 wrap-anywhere">
      <MarkdownTree
        tree={tree}
        look={{ code: (code) => <code className="font-mono text-sm">{code.text}</code>, newTab }}
      />
    </div>
  );
}
