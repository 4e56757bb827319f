"use client";
import { Check, Copy, WrapText } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { IconButton } from "./button";
import { classes } from "./classes";
import { scrollable } from "./scrollable";

type CodeFigureProps = {
  kind: "command" | "snippet";
  lang: string;
  label: string;
  wrap: boolean;
  onWrap: () => void;
  copied: boolean;
  onCopy: () => void;
  /** Copied at least once: the key for copying goes on to the next command. */
  taken?: boolean;
  /** Below the code, when copying was held back. */
  problem?: ReactNode;
  children: ReactNode;
};

/** The frame around code: what it is, soft wrap, and the copy button. */
export function CodeFigure({ kind, lang, label, taken, problem, children, ...frame }: CodeFigureProps) {
  const t = useTranslations("readingTools.code");
  const { wrap, onWrap, copied, onCopy } = frame;
  return (
    <figure
      data-code={kind}
      data-taken={taken || undefined}
      className="rounded border border-line bg-surface"
      aria-label={label}
    >
      <div className="flex h-9 items-center gap-1 border-b border-line pr-1 pl-3 print:hidden">
        <span className="min-w-0 flex-1 truncate font-mono text-xs text-muted">{lang || "text"}</span>
        <IconButton
          label={t("wrap")}
          size="sm"
          aria-pressed={wrap}
          className={wrap ? "bg-raised text-accent" : "text-muted"}
          onClick={onWrap}
        >
          <WrapText aria-hidden className="size-4" />
        </IconButton>
        <IconButton label={copied ? t("copied") : t("copy")} size="sm" data-copy onClick={onCopy}>
          {copied ? <Check aria-hidden className="size-4 text-success" /> : <Copy aria-hidden className="size-4" />}
        </IconButton>
      </div>
      <pre {...scrollable} className={classes("px-3 py-2.5 text-sm leading-5", wrap ? "soft-wrap" : "overflow-x-auto")}>
        {children}
      </pre>
      <p role="status" className={problem ? "border-t border-line px-3 py-2 text-sm text-danger" : "sr-only"}>
        {problem || (copied ? t("copied") : "")}
      </p>
    </figure>
  );
}
