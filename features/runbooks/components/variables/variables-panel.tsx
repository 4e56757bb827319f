"use client";
import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useVariables } from "./variables";

/** The variables of a runbook, filled once for all of its commands. @param only names to show; all of them when not given */
export function VariablesPanel({ only }: { only?: ReadonlySet<string> }) {
  const t = useTranslations("readingTools.variables");
  const { variables, values, set } = useVariables();
  const shown = only ? variables.filter(({ name }) => only.has(name)) : variables;
  return (
    <div className="grid gap-3">
      {shown.map(({ name, label, secret }) => (
        <Field
          key={name}
          label={
            <>
              {label ?? name} {label && <code className="text-xs font-normal text-muted">{name}</code>}
            </>
          }
          hint={secret ? t("secret") : undefined}
        >
          <Input
            type={secret ? "password" : "text"}
            autoComplete="off"
            spellCheck={false}
            value={values[name] ?? ""}
            onChange={(event) => set(name, event.target.value)}
            className="font-mono text-sm"
          />
        </Field>
      ))}
    </div>
  );
}
