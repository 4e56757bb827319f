"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import Markdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import { Button } from "@/components/ui/button";
import type { EntryKind } from "../../timeline/schema";

/** Lines shown of a long text before somebody asks for all. */
const shownLines = 24;

/**
 * The Markdown of an entry. HTML in it is shown as text, and pictures from elsewhere are links: nothing on a timeline may
 * load something for its readers. Evidence that is no Markdown is shown as it was pasted.
 */
export function EntryText({ body, kind }: { body: string; kind: EntryKind }) {
  const t = useTranslations("incidents.timeline");
  const [whole, setWhole] = useState(false);
  const lines = body.split("\n");
  const long = lines.length > shownLines + 6;
  const text = long && !whole ? lines.slice(0, shownLines).join("\n") : body;
  const verbatim = kind === "evidence" && lines.length > 1 && !body.includes("```");
  return (
    <div className="max-w-[72ch] min-w-0">
      {verbatim ? (
        <pre className={preLook}>{text}</pre>
      ) : (
        <div className="grid gap-2 wrap-anywhere [&_ol]:list-decimal [&_ol]:pl-5 [&_ul]:list-disc [&_ul]:pl-5">
          <Markdown remarkPlugins={[remarkGfm]} components={components}>
            {text}
          </Markdown>
        </div>
      )}
      {long && (
        <Button size="sm" variant="ghost" onClick={() => setWhole(!whole)} aria-expanded={whole}>
          {whole ? t("showLess") : t("showAll", { lines: lines.length })}
        </Button>
      )}
    </div>
  );
}

/** One line of Markdown, where only phrases may stand. */
export function EntryLine({ text }: { text: string }) {
  return (
    <Markdown remarkPlugins={[remarkGfm]} components={{ ...components, p: ({ children }) => <span>{children}</span> }}>
      {text}
    </Markdown>
  );
}

const preLook =
  "max-h-96 overflow-auto rounded border border-line bg-raised px-2.5 py-1.5 font-mono text-sm whitespace-pre";
const heading: Components["h1"] = ({ children }) => <p className="font-semibold">{children}</p>;

const components: Components = {
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  a: ({ href, children }) => (
    <a
      href={href}
      className="text-accent underline underline-offset-2"
      rel="noreferrer"
      target={href?.startsWith("/") ? undefined : "_blank"}
    >
      {children}
    </a>
  ),
  img: ({ src, alt }) => (
    <a
      href={typeof src === "string" ? src : undefined}
      className="text-accent underline"
      rel="noreferrer"
      target="_blank"
    >
      {alt || (typeof src === "string" ? src : "")}
    </a>
  ),
  pre: ({ children }) => <pre className={preLook}>{children}</pre>,
  code: ({ children }) => <code className="rounded bg-raised px-1 font-mono text-[0.95em]">{children}</code>,
  table: ({ children }) => (
    <div className="overflow-x-auto">
      <table className="border-collapse text-sm [&_td]:border [&_td]:border-line [&_td]:px-2 [&_th]:border [&_th]:border-line [&_th]:px-2">
        {children}
      </table>
    </div>
  ),
};
