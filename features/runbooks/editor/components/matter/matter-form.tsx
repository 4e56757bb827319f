"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { setMatter } from "../../../matter/edit-matter";
import { issuesOf, matcherFault } from "../../../matter/matter-issues";
import { readMatter } from "../../../matter/read-matter";
import { asRows, asText, asTexts, orNothing } from "./form-values";
import { HeadControls, type HeadKey } from "./head-controls";
import { LinesControl } from "./lines-control";
import { ReviewControl } from "./review-control";
import { type RowKey, RowsControl, rowFields } from "./rows-control";
import { WordsControl } from "./words-control";

type Props = {
  text: string;
  /** The folder that the runbook lies in, which `service` has to name. */
  service: string;
  owners: string[];
  onText: (text: string) => void;
  /** Shows a place in the text; both count from 1. */
  onJump: (line: number, column: number) => void;
};

const headKeys: HeadKey[] = ["title", "service", "lang", "owner", "criticality", "summary"];
const required: string[] = ["title", "service", "lang", "owner"];

/** The front matter beside the text, a control for each key. Both say the same at any moment: what is changed here changes there. */
export function MatterForm({ text, service, owners, onText, onJump }: Props) {
  const t = useTranslations("editing.around.matter");
  const matter = useMemo(() => readMatter(text), [text]);
  const [refused, setRefused] = useState<string | null>(null);
  if (matter.state === "broken") {
    return (
      <Notice
        tone="warning"
        title={t("broken", { line: matter.line, column: matter.column })}
        action={
          <Button size="sm" onClick={() => onJump(matter.line, matter.column)}>
            {t("toText")}
          </Button>
        }
      >
        <p className="wrap-anywhere">
          {["unclosed", "aliases", "no-map"].includes(matter.reason) ? t(`why.${matter.reason}`) : matter.reason}
        </p>
      </Notice>
    );
  }
  const values = matter.state === "read" ? matter.values : {};
  const issues = issuesOf(values);
  const put = (key: string, value: unknown) => {
    const next = setMatter(text, key, value);
    setRefused(next === null ? key : null);
    if (next !== null) onText(next);
  };
  const errorOf = (key: string) => {
    const issue = issues[key]?.find(({ path }) => path.length === 0);
    if (key === "service" && !issue && asText(values.service) !== service) return t("otherFolder", { service });
    return issue ? t("example", { example: issue.example }) : null;
  };
  const elsewhere = (key: string, shown: ReactNode | null) =>
    shown ?? (
      <p key={key} className="border-t border-line pt-3 text-sm text-muted">
        {t("asText", { key })}{" "}
        <Button size="sm" variant="ghost" onClick={() => onJump(lineOf(text, key), 1)}>
          {t("toText")}
        </Button>
      </p>
    );
  const texts = (key: string) => asTexts(values[key]);
  const [tags, alerts, redirects] = [texts("tags"), texts("alerts"), texts("redirects")];
  const head = Object.fromEntries(headKeys.map((key) => [key, asText(values[key]) ?? ""])) as Record<HeadKey, string>;
  const headErrors = Object.fromEntries(headKeys.map((key) => [key, errorOf(key)])) as Record<HeadKey, string | null>;

  return (
    <div className="grid gap-4">
      {matter.state === "none" && <Notice tone="info" title={t("missing")} />}
      {refused && (
        <Notice
          tone="warning"
          live
          title={t("refused", { key: refused })}
          action={
            <Button size="sm" onClick={() => onJump(lineOf(text, refused), 1)}>
              {t("toText")}
            </Button>
          }
        />
      )}
      <HeadControls
        texts={head}
        errors={headErrors}
        owners={owners}
        onText={(key, value) => put(key, required.includes(key) ? value : orNothing(value))}
      />
      <ReviewControl
        reviewed={asText(values.reviewed) ?? ""}
        reviewEvery={asText(values.reviewEvery) ?? ""}
        errors={{ reviewed: errorOf("reviewed"), reviewEvery: errorOf("reviewEvery") }}
        onReviewed={(day) => put("reviewed", orNothing(day))}
        onEvery={(duration) => put("reviewEvery", orNothing(duration))}
      />
      {elsewhere(
        "tags",
        tags && (
          <Field label={t("keys.tags")} hint={t("hints.tags")} error={errorOf("tags")}>
            <WordsControl words={tags} onWords={(words) => put("tags", orNothing(words))} />
          </Field>
        ),
      )}
      {elsewhere(
        "alerts",
        alerts && (
          <LinesControl
            label={t("keys.alerts")}
            hint={t("hints.alerts")}
            add={t("add.alerts")}
            lines={alerts}
            fault={(line) => {
              const column = matcherFault(line);
              return column === null ? null : t("matcher", { column });
            }}
            onLines={(lines) => put("alerts", orNothing(lines))}
          />
        ),
      )}
      {(Object.keys(rowFields) as RowKey[]).map((key) => {
        const rows = asRows(values[key]);
        return elsewhere(
          key,
          rows && (
            <RowsControl
              key={key}
              name={key}
              rows={rows}
              issues={issues[key] ?? []}
              onRows={(next) => put(key, orNothing(next))}
            />
          ),
        );
      })}
      {elsewhere(
        "redirects",
        redirects && (
          <LinesControl
            label={t("keys.redirects")}
            hint={t("hints.redirects")}
            add={t("add.redirects")}
            lines={redirects}
            fault={(_, index) => {
              const issue = issues.redirects?.find(({ path }) => path[0] === index);
              return issue ? t("example", { example: issue.example }) : null;
            }}
            onLines={(lines) => put("redirects", orNothing(lines))}
          />
        ),
      )}
    </div>
  );
}

/** The line of a key in the text, from 1. */
const lineOf = (text: string, key: string) =>
  Math.max(1, text.split("\n").findIndex((line) => line.startsWith(`${key}:`)) + 1);
