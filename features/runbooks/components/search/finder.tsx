"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useEffect, useId, useMemo, useRef, useState } from "react";
import { useKeys } from "@/components/layout/keys/keys";
import { classes } from "@/components/ui/classes";
import { byRunbook, type FoundSection } from "../../finding/answer";
import { type Shown, useAnswers } from "../../finding/use-answers";
import { addressLimit, isLog } from "../../search/log/is-log";
import { FoundRunbook } from "./found-runbook";
import { NoAnswer } from "./no-answer";
import { takeCarried } from "./pasted/carried-text";
import { rememberOpened } from "./recently-opened";
import { SearchField } from "./search-field";
import { SearchStatus } from "./search-status";
import { TypedFilters } from "./typed-filters";
import { useAddress } from "./use-address";
import { useCountedSearch } from "./use-counted-search";
import { useResultKeys } from "./use-result-keys";

export type FinderProps = {
  /** What the address asks for, and its answer. */
  initial?: Shown | null;
  /** Large and in the middle, as the home page has it. */
  home?: boolean;
  canStart: boolean;
  /** Shown while nothing is typed. */
  idle?: ReactNode;
  canEdit: boolean;
  /** How a procedure went before. */
  record?: (section: FoundSection) => ReactNode;
  /** Called when the typing has come to rest. */
  onSettled?: (shown: Shown | null) => void;
  /** What came in the body of a request: a pasted text. */
  posted?: string;
  /** Answers a pasted log line by line, in place of the results. */
  pastedLog: (text: string) => ReactNode;
};

/** Milliseconds after which an answer is taken for the one that was wanted. */
const settled = 400;

/** The search of runbooks: answers while one types, by runbook, each a key away. */
export function Finder({
  initial = null,
  home = false,
  canStart,
  canEdit,
  idle,
  record,
  onSettled,
  posted,
  pastedLog,
}: FinderProps) {
  const first = posted ?? initial?.q ?? "";
  const [text, setText] = useState(first);
  const pasted = isLog(text);
  const { shown, waiting, failed } = useAnswers(pasted ? "" : text.slice(0, addressLimit), initial);
  const results = useMemo(() => shown?.results ?? [], [shown]);
  const offline = shown?.offline ?? false;
  const groups = useMemo(() => byRunbook(results), [results]);
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useRef<HTMLElement>(null);
  const [listId, statusId] = [useId(), useId()];
  const writeAddress = useAddress(text);
  const count = useCountedSearch(pasted || failed ? null : shown, waiting);
  const onOpen = useCallback(
    (section: FoundSection) => {
      writeAddress();
      rememberOpened(section);
      count(section);
    },
    [writeAddress, count],
  );
  const { focusBest, openBest } = useResultKeys({ list, field, results, offline, canStart, onOpen });
  const t = useTranslations("finding.keys");
  const toField = () => {
    field.current?.focus(); // an empty field has nothing to select, and selecting alone does not lead there on a phone
    field.current?.select();
  };
  useKeys([
    { keys: "/", group: t("group"), description: t("field"), run: toField },
    { keys: "escape", group: t("group"), description: t("field"), run: () => field.current?.focus() },
  ]);

  // Enter before the answer: it is kept until there is one to go to.
  const entered = useRef(false);
  const onEnter = ({ inNewTab }: { inNewTab: boolean }) => {
    writeAddress();
    count(null);
    if (waiting) entered.current = true;
    else if (inNewTab) openBest();
    else focusBest();
  };
  useEffect(() => {
    if (waiting || !entered.current) return;
    entered.current = false;
    focusBest();
  });

  useEffect(() => {
    // What was typed before the page was alive.
    const typed = field.current?.value ?? "";
    if (typed !== first) setText(typed);
    // On a touch screen focus would bring the keyboard up over the page.
    if (!matchMedia("(pointer: fine)").matches) return;
    const best = typed === "" ? null : list.current?.querySelector<HTMLElement>("[data-result]");
    (best ?? field.current)?.focus();
  }, [first]);

  const retype = useCallback((query: string) => {
    if (field.current) field.current.value = query;
    setText(query);
    field.current?.focus();
  }, []);
  useEffect(() => takeCarried(retype), [retype]);

  useEffect(() => {
    if (waiting) return;
    const timer = setTimeout(() => onSettled?.(shown), settled);
    return () => clearTimeout(timer);
  }, [shown, waiting, onSettled]);

  return (
    <>
      <div className={classes(home && "mx-auto max-w-3xl pt-4 sm:pt-12")}>
        <SearchField
          field={field}
          initial={first}
          size={home ? "lg" : "md"}
          pasted={pasted}
          controls={listId}
          describedBy={pasted ? undefined : statusId}
          onText={(next) => {
            entered.current = false;
            setText(next);
          }}
          onEnter={onEnter}
          onDown={focusBest}
        />
        {!pasted && (
          <SearchStatus
            id={statusId}
            shown={shown}
            runbooks={groups.length}
            waiting={waiting}
            failed={failed}
            canStart={canStart && !offline}
          />
        )}
        {shown && <TypedFilters shown={shown} onQuery={retype} />}
      </div>
      <section
        ref={list}
        id={listId}
        aria-label={t("group")}
        aria-busy={waiting}
        className={classes("mt-4", home && text.trim() !== "" && "mx-auto max-w-4xl")}
      >
        {pasted ? (
          pastedLog(text)
        ) : text.trim() === "" ? (
          idle
        ) : (
          <>
            {groups.map((found, at) => (
              <FoundRunbook key={found.path} found={found} isBest={at === 0} record={record} onOpen={onOpen} />
            ))}
            {shown?.instead && (
              <NoAnswer q={shown.q} filters={shown.filters} instead={shown.instead} canEdit={canEdit} />
            )}
          </>
        )}
      </section>
    </>
  );
}
