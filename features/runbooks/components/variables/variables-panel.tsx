"use client";
import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useVariables } from "./variables";

/** The variables of a runbook, filled once for all of its commands. */
export function VariablesPanel() {
  const t = useTranslations("readingTools.variables");
  const { variables, values, set } = useVariables();
  return (
    <div className="grid gap-3">
      {variables.map(({ name, label, secret }) => (
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
