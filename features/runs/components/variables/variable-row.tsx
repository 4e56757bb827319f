"use client";
import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RelativeTime } from "@/components/ui/time";
import { conflicts } from "../../variables/drafts";
import type { VariableUse } from "../../variables/usage";
import { useLiveRun } from "../live/live-run";
import { useRunDrafts } from "./run-drafts";
import { VariableConflict } from "./variable-conflict";

/** The values of the page's commands, secrets included, and how to set one. */
export type VariableFields = {
  values: Record<string, string>;
  refused: ReadonlySet<string>;
  set: (name: string, value: string) => void;
};

/** One variable: its field, where its value comes from, and which steps use it. */
export function VariableRow({ variable, steps, fields }: VariableUse & { fields: VariableFields }) {
  const { name, label, secret, pattern } = variable;
  const t = useTranslations("runs.variables");
  const { run, able, me } = useLiveRun();
  const { values, refused, set } = fields;
  const { drafts, drop, flush } = useRunDrafts();
  const draft = drafts[name];
  const state = run.values[name];
  const value = values[name] ?? "";
  const problem = draft?.problem?.value === draft?.value ? draft?.problem : null;
  const wrong = problem
    ? t(`refused.${problem.why}`, { pattern: problem.text, title: problem.text })
    : refused.has(name)
      ? t("refused.pattern", { pattern: pattern ?? "" })
      : undefined;
  return (
    <div className="grid gap-1" data-variable={name}>
      <Field
        label={
          <>
            {label ?? name} {label && <code className="text-xs font-normal text-muted">{name}</code>}
          </>
        }
        hint={secret ? t("secret") : undefined}
        error={wrong}
      >
        <Input
          type={secret ? "password" : "text"}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          readOnly={!able}
          value={value}
          placeholder={t("empty")}
          onChange={(event) => set(name, event.target.value)}
          onKeyDown={(event) => event.key === "Enter" && void flush(true)}
          className="font-mono text-sm"
        />
      </Field>
      {draft && state && conflicts(draft, state, me.id) && <VariableConflict name={name} state={state} />}
      {!secret && !wrong && (draft || state?.source) && (
        <p className="flex flex-wrap items-center gap-x-2 text-xs text-muted">
          {draft ? t("unsent") : <ValueSource name={name} />}
          {able && state?.source === "hand" && state.otherwise !== null && state.otherwise !== value && (
            <button
              type="button"
              className="max-w-full truncate underline hover:text-ink"
              onClick={() => {
                drop(name);
                set(name, "");
                void flush(true);
              }}
            >
              {t("otherwise", { value: state.otherwise })}
            </button>
          )}
        </p>
      )}
      <UsedIn steps={steps} />
    </div>
  );
}

function ValueSource({ name }: { name: string }) {
  const t = useTranslations("runs.variables.source");
  const { run, me } = useLiveRun();
  const state = run.values[name];
  if (!state?.source) return null;
  if (state.source !== "hand") return <span>{t(state.source, { detail: state.detail ?? "" })}</span>;
  const mine = me.id !== null && state.by?.id === me.id;
  return (
    <span>
      {mine ? t("mine") : t("hand", { name: state.by?.name ?? "" })} {state.at && <RelativeTime at={state.at} />}
    </span>
  );
}

/** Says which other steps use a value, each a way to go there. */
function UsedIn({ steps }: Pick<VariableUse, "steps">) {
  const t = useTranslations("runs.variables");
  const { shown, show } = useLiveRun();
  const elsewhere = steps.filter(({ id }) => id !== shown?.id);
  if (elsewhere.length === 0) return null;
  return (
    <details className="text-xs text-muted">
      <summary className="w-fit">{t("usedIn", { count: steps.length })}</summary>
      <ul className="grid gap-1 pt-1 pl-3">
        {elsewhere.map(({ id, title }) => (
          <li key={id}>
            <button
              type="button"
              aria-label={t("goTo", { title })}
              className="text-left underline wrap-anywhere hover:text-ink"
              onClick={() => show(id)}
            >
              {title}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
