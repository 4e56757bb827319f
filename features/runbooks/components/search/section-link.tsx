"use client";
import { useTranslations } from "next-intl";
import { Kbd } from "@/components/ui/kbd";
import { Marked } from "@/components/ui/marked";
import type { FoundSection } from "../../finding/answer";
import { runbookHref } from "../../links";

/** By what a result is known while the list around it changes. */
export const keyOf = ({ path, anchor }: Pick<FoundSection, "path" | "anchor">) => `${path}#${anchor}`;

type Props = {
  section: FoundSection;
  /** The best of all: Enter in the field leads here. */
  isBest?: boolean;
  onOpen: (section: FoundSection) => void;
};

/** A section that answers, with the symptom, command or step in which it does. A runbook's page is a document of its own. */
export function SectionLink({ section, isBest = false, onOpen }: Props) {
  const t = useTranslations("finding.kind");
  const { path, anchor, heading, title, kind, lang, snippet, matches } = section;
  return (
    <a
      href={runbookHref(path, anchor)}
      data-result={keyOf(section)}
      onClick={() => onOpen(section)}
      className="-mx-3 block rounded px-3 py-1 -outline-offset-2 hover:bg-raised focus-visible:bg-raised"
    >
      <span className="flex flex-wrap items-baseline gap-x-2">
        <span lang={lang} className="font-medium text-accent wrap-anywhere">
          {heading || title}
        </span>
        <span className="text-xs text-muted">{t(kind)}</span>
        {isBest && (
          <span aria-hidden className="ml-auto self-center pointer-coarse:hidden">
            <Kbd>↵</Kbd>
          </span>
        )}
      </span>
      {snippet && (
        <span lang={lang} className="mt-0.5 block max-w-[88ch] text-sm text-ink wrap-anywhere">
          <Marked text={snippet} matches={matches} />
        </span>
      )}
    </a>
  );
}
