"use client";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { MarkdownTree } from "@/components/ui/markdown/markdown-tree";
import { scrollable } from "@/components/ui/scrollable";
import { isPlainText, readSafeMarkdown } from "../../markdown/safe-markdown";

/** The Markdown of a comment, through the gate of runbooks. */
export function Said({ text }: { text: string }) {
  const newTab = useTranslations("reviewing")("newTab");
  const tree = useMemo(() => (isPlainText(text) ? null : readSafeMarkdown(text)), [text]);
  if (!tree) return <p className="max-w-[72ch] whitespace-pre-line wrap-anywhere">{text}</p>;
  return (
    <div className="grid max-w-[72ch] gap-2 wrap-anywhere *:min-w-0">
      <MarkdownTree tree={tree} look={{ code: Code, newTab }} />
    </div>
  );
}

const Code = ({ text }: { text: string }) => (
  <pre {...scrollable} className="overflow-x-auto rounded border border-line bg-raised px-2.5 py-1.5 text-sm">
    {text}
  </pre>
);
