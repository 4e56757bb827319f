"use client";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import type { Problem } from "../../../artifact";
import { CodeEditor, type CodeEditorHandle } from "../../../editor/components/code/code-editor";
import type { Inspect } from "../../../editor/components/use-inspection";
import type { Vocabulary } from "../../../editor/vocabulary";
import { type Choice, type ImportItem, pathOf, stateOf, takenIds } from "../../batch/batch";
import { StateMark } from "../state-mark";
import { Findings } from "./findings";
import { PagePane } from "./page-pane";
import { kindOf, ProposalList } from "./proposal-list";
import { type Mark, SourcePane } from "./source-pane";
import { TargetForm } from "./target-form";
import { usePage } from "./use-page";
import { elementIn, useSyncedScroll } from "./use-synced-scroll";

const panes = ["source", "page", "proposals"] as const;
type Pane = (typeof panes)[number];

type Props = {
  item: ImportItem;
  items: readonly ImportItem[];
  existing: ReadonlySet<string>;
  services: readonly string[];
  vocabulary: Vocabulary;
  inspect: Inspect;
  /** While the server looks at what was decided last. */
  busy: boolean;
  onChoice: (change: Partial<Choice>) => void;
  onBack: () => void;
  onNext: (() => void) | null;
};

/** The source left, the runbook right, what is proposed beside them: all of it before anything is written. */
export function Review(props: Props) {
  const { item, items, existing, services, vocabulary, inspect, busy, onChoice, onBack, onNext } = props;
  const t = useTranslations("runbookImport");
  const { choice, analysis } = item;
  const [pane, setPane] = useState<Pane>("page");
  const [selected, setSelected] = useState<string | null>(null);
  const [asText, setAsText] = useState(choice.written !== null);
  const source = useRef<HTMLElement>(null);
  const page = useRef<HTMLElement>(null);
  const editor = useRef<CodeEditorHandle>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const mdx = choice.written ?? analysis?.mdx ?? null;
  const rendered = usePage(pathOf(item), analysis?.mdx ?? null, inspect);

  const taken = useMemo(() => new Set(takenIds(analysis?.proposals ?? [], choice.refused)), [analysis, choice.refused]);
  const { marks, proposed, anchors } = useMemo(
    () => marksOf(item, taken, (kind) => t(`short.${kindOf(kind)}`)),
    [item, taken, t],
  );
  const missing = useMemo(() => new Set(analysis?.equivalence.missing.map(({ line }) => line)), [analysis]);
  useSyncedScroll(source, page, anchors, !asText && rendered !== null);
  useEffect(() => heading.current?.focus(), []);

  const toLine = (line: number) => {
    setPane("source");
    requestAnimationFrame(() =>
      source.current?.querySelector(`[data-line="${line}"]`)?.scrollIntoView({ block: "center" }),
    );
  };
  const select = (id: string) => {
    setSelected(id === selected ? null : id);
    const proposal = analysis?.proposals.find((one) => one.id === id);
    if (!proposal) return;
    source.current?.querySelector(`[data-line="${proposal.line}"]`)?.scrollIntoView({ block: "nearest" });
    const shown = [...proposed].find(([, one]) => one === id)?.[0];
    if (shown && page.current) elementIn(page.current, shown)?.scrollIntoView({ block: "nearest" });
  };
  const write = useRef<ReturnType<typeof setTimeout>>(undefined);
  const shown = (one: Pane) => (pane === one ? "block" : "hidden lg:block");
  if (!analysis) return null;
  return (
    <section aria-label={t("review.label", { name: item.place })} className="grid grid-cols-1 gap-4">
      <header className="flex flex-wrap items-center gap-3">
        <Button onClick={onBack}>{t("review.back")}</Button>
        <h2
          ref={heading}
          tabIndex={-1}
          className="order-first w-full min-w-0 text-lg font-semibold wrap-anywhere sm:order-none sm:w-auto sm:flex-1"
        >
          {item.place}
        </h2>
        <span role="status">
          {busy ? <span className="text-sm text-muted">{t("review.busy")}</span> : <StateMark state={stateOf(item)} />}
        </span>
        {onNext && <Button onClick={onNext}>{t("review.next")}</Button>}
      </header>
      <TargetForm {...{ item, items, existing, services, onChoice }} />
      <div className="flex flex-wrap items-center gap-2">
        <fieldset className="flex gap-1 lg:hidden">
          <legend className="sr-only">{t("review.panes")}</legend>
          {panes.map((one) => (
            <Button
              key={one}
              size="sm"
              aria-pressed={pane === one}
              variant={pane === one ? "secondary" : "ghost"}
              onClick={() => setPane(one)}
            >
              {t(`review.pane.${one}`)}
            </Button>
          ))}
        </fieldset>
        <span className="ml-auto flex flex-wrap gap-2">
          {choice.written !== null && (
            <Button
              size="sm"
              onClick={() => {
                onChoice({ written: null });
                setAsText(false);
              }}
            >
              {t("review.discardText")}
            </Button>
          )}
          <Button size="sm" aria-pressed={asText} onClick={() => setAsText(!asText)}>
            {asText ? t("review.asPage") : t("review.asText")}
          </Button>
        </span>
      </div>
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-2 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_24rem]">
        <div className={classes("h-[70dvh] min-w-0", shown("source"))}>
          <SourcePane ref={source} text={analysis.text} selected={selected} onSelect={select} {...{ marks, missing }} />
        </div>
        <div className={classes("h-[70dvh] min-w-0", shown("page"))}>
          {asText ? (
            <div className="h-full overflow-hidden rounded border border-line">
              <CodeEditor
                ref={editor}
                path={pathOf(item)}
                initial={mdx ?? ""}
                label={t("review.text")}
                vocabulary={vocabulary}
                problems={analysis.problems.map((one) => ({ ...one, file: item.place })) as Problem[]}
                onChange={(written) => {
                  clearTimeout(write.current);
                  write.current = setTimeout(() => onChoice({ written }), 500);
                }}
                onSave={() => undefined}
                onPublish={() => undefined}
              />
            </div>
          ) : (
            <PagePane ref={page} rendered={rendered} selected={selected} onSelect={select} proposed={proposed} />
          )}
        </div>
        <div
          className={classes(
            "relative min-w-0 content-start gap-4 lg:col-span-2 xl:col-span-1 xl:h-[70dvh] xl:overflow-y-auto",
            pane === "proposals" ? "grid" : "hidden lg:grid",
          )}
        >
          <Findings analysis={analysis} choice={choice} onLine={toLine} onChoice={onChoice} />
          <ProposalList
            proposals={analysis.proposals}
            resting={choice.written !== null}
            onSelect={select}
            {...{ choice, taken, selected, onChoice }}
          />
        </div>
      </div>
    </section>
  );
}

/** What is marked where: by line of the source, by id on the page, and which line stands beside which id. */
function marksOf({ analysis, choice }: ImportItem, taken: ReadonlySet<string>, label: (kind: string) => string) {
  const marks = new Map<number, Mark[]>();
  const proposed = new Map<string, string>();
  const anchors: { line: number; id: string }[] = [];
  for (const { id, kind, line, names } of analysis?.proposals ?? []) {
    if (kind !== "attribute")
      marks.set(line, [...(marks.get(line) ?? []), { id, label: label(kind), taken: taken.has(id) }]);
    if (!taken.has(id)) continue;
    for (const one of names) {
      const shown = choice.changes[one.key]?.id || one.id;
      if (!shown) continue;
      proposed.set(shown, id);
      if (one === names[0]) anchors.push({ line, id: shown });
    }
  }
  return { marks, proposed, anchors: anchors.sort((a, b) => a.line - b.line) };
}
