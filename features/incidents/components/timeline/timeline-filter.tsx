"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { call } from "@/lib/http/client";
import type { EntryKind } from "../../timeline/schema";
import { isOpen } from "../../timeline/window/filter";
import type { EntryCounts, EntryFilter } from "../../timeline/window/schema";
import { useLiveIncident } from "../view/live-incident";

/** How long somebody types before it is searched for, in ms. */
const typingMs = 250;

/** What of the timeline is shown: text, kinds, who. The address says it too, so that it can be given to somebody. */
export function TimelineFilter({ filter, onFilter }: { filter: EntryFilter; onFilter: (filter: EntryFilter) => void }) {
  const latest = useRef(filter);
  latest.current = filter;
  const t = useTranslations("incidents.log");
  const kindName = useTranslations("incidents.timeline.kind");
  const { api } = useLiveIncident();
  const [counts, setCounts] = useState<EntryCounts | null>(null);
  const [text, setText] = useState(filter.q ?? "");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    call<EntryCounts>("GET", `${api}/timeline/counts`).then((answer) => answer.ok && setCounts(answer.value));
    return () => clearTimeout(timer.current);
  }, [api]);

  // A jump to an entry shows all entries: what was typed before counts no more, and what is being typed does.
  useEffect(() => {
    if (filter.q === undefined && timer.current === undefined) setText("");
  }, [filter.q]);

  const stopWaiting = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
  };
  const search = (typed: string) => {
    setText(typed);
    stopWaiting();
    timer.current = setTimeout(() => {
      timer.current = undefined;
      onFilter({ ...latest.current, q: typed.trim() || undefined });
    }, typingMs);
  };
  const toggle = (kind: EntryKind) => {
    const kinds = filter.kind.includes(kind) ? filter.kind.filter((one) => one !== kind) : [...filter.kind, kind];
    onFilter({ ...filter, kind: kinds });
  };
  const clear = () => {
    stopWaiting();
    setText("");
    onFilter({ kind: [] });
  };
  const people = counts?.people ?? (filter.by ? [{ name: filter.by, count: 0 }] : []);
  const kinds = counts?.kinds ?? filter.kind.map((kind) => ({ kind, count: 0 }));
  return (
    <search className="grid gap-2 border-b border-line bg-surface px-3 py-2">
      <div className="grid grid-cols-2 gap-2">
        <Field label={t("text")}>
          <Input type="search" value={text} data-filter-text onChange={(event) => search(event.target.value)} />
        </Field>
        <Field label={t("person")}>
          <Select
            value={filter.by ?? ""}
            onChange={(event) => onFilter({ ...filter, by: event.target.value || undefined })}
          >
            <option value="">{t("anybody")}</option>
            {people.map(({ name, count }) => (
              <option key={name} value={name}>
                {count > 0 ? t("counted", { name, count }) : name}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <fieldset className="flex min-h-7 flex-wrap items-center gap-1">
        <legend className="sr-only">{t("kinds")}</legend>
        {kinds.map(({ kind, count }) => (
          <button
            key={kind}
            type="button"
            aria-pressed={filter.kind.includes(kind)}
            onClick={() => toggle(kind)}
            className={classes(
              "h-7 rounded border px-2 text-sm",
              filter.kind.includes(kind)
                ? "border-accent bg-accent-soft text-ink"
                : "border-line text-muted hover:text-ink",
            )}
          >
            {count > 0 ? t("counted", { name: kindName(kind), count }) : kindName(kind)}
          </button>
        ))}
        {!isOpen(filter) && (
          <Button size="sm" variant="ghost" onClick={clear}>
            {t("clear")}
          </Button>
        )}
      </fieldset>
    </search>
  );
}
