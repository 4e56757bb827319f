"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { scrollable } from "@/components/ui/scrollable";
import { Tabs } from "@/components/ui/tabs";
import { type Choice, conflictsIn, mergeRegions, resolved } from "../../../publishing/merge-regions";
import { DifferenceView } from "../difference-view";
import { MergeResult } from "./merge-result";

type Props = {
  title: string;
  /** Who changed it, when, and that the draft is kept. */
  lead: ReactNode;
  mine: string;
  /** Null when what both came from is not known any more. */
  base: string | null;
  theirs: string;
  theirName: string;
  /** What the button says that changes nothing. */
  keep: string;
  /** What the button says that takes the result. */
  use?: string;
  onKeep: () => void;
  onUse: (text: string) => void;
};

/**
 * Two texts that came from one: the result first, with whose each change is and every conflict to settle; then mine, theirs and
 * what both came from. Nothing happens before somebody takes the result.
 */
export function MergeDialog({ title, lead, mine, base, theirs, theirName, keep, use, onKeep, onUse }: Props) {
  const t = useTranslations("editing.around.merge");
  const regions = useMemo(() => mergeRegions(mine, base, theirs), [mine, base, theirs]);
  const [choices, setChoices] = useState<ReadonlyMap<number, Choice>>(new Map());
  const box = useRef<HTMLDivElement>(null);
  const count = conflictsIn(regions);
  const text = resolved(regions, choices);
  const open = count - choices.size;
  const next = () => {
    const number = Array.from({ length: count }, (_, at) => at).find((at) => !choices.has(at)) ?? 0;
    const row = box.current?.querySelector<HTMLElement>(`[data-conflict="${number}"]`);
    row?.scrollIntoView({ block: "center" });
    row?.querySelector<HTMLElement>("input")?.focus();
  };
  const tabs = [
    {
      id: "result",
      label: t("tabs.result"),
      content: (
        <MergeResult
          regions={regions}
          choices={choices}
          theirName={theirName}
          onChoice={(conflict, choice) => setChoices((all) => new Map(all).set(conflict, choice))}
        />
      ),
    },
    {
      id: "mine",
      label: t("tabs.mine"),
      content: <DifferenceView before={base ?? ""} after={mine} label={t("tabs.mine")} />,
    },
    {
      id: "theirs",
      label: t("tabs.theirs", { name: theirName }),
      content: <DifferenceView before={base ?? ""} after={theirs} label={t("tabs.theirs", { name: theirName })} />,
    },
    {
      id: "base",
      label: t("tabs.base"),
      content:
        base === null ? (
          <p className="text-muted">{t("noBase")}</p>
        ) : (
          <pre
            {...scrollable}
            className="max-h-[60dvh] overflow-auto rounded border border-line bg-surface p-3 font-mono text-sm whitespace-pre-wrap"
          >
            {base}
          </pre>
        ),
    },
  ];
  return (
    <Dialog
      open
      onClose={onKeep}
      title={title}
      size="xl"
      footer={
        <>
          <span role="status" className="mr-auto self-center text-sm text-muted">
            {count > 0 && t("settled", { done: choices.size, count })}
          </span>
          {open > 0 && <Button onClick={next}>{t("next")}</Button>}
          <Button onClick={onKeep}>{keep}</Button>
          <Button variant="primary" disabled={text === null} onClick={() => text !== null && onUse(text)}>
            {use ?? t("use")}
          </Button>
        </>
      }
    >
      <div ref={box} className="grid gap-4 *:min-w-0">
        <div>{lead}</div>
        <Notice
          tone={count > 0 ? "warning" : "success"}
          title={count > 0 ? t("conflicts", { count }) : t("clean", { name: theirName })}
        />
        <Tabs
          label={t("views")}
          tabs={tabs.map((tab) => ({ ...tab, content: <div className="pt-3">{tab.content}</div> }))}
        />
      </div>
    </Dialog>
  );
}
