"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { changePasswordAction } from "../actions";

/** Shortest password, in characters; the schema has the last word. */
const shortest = 12;

export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations("identity.account");
  const errors = useTranslations("errors");
  const toast = useToast();
  const [problem, setProblem] = useState<{ field: "current" | "next"; text: string } | null>(null);
  const [busy, start] = useTransition();

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const { current, next } = Object.fromEntries(new FormData(form));
    start(async () => {
      const result = await changePasswordAction({ current, next });
      if (result.ok) {
        form.reset();
        setProblem(null);
        return toast({ title: t("changed"), tone: "success" });
      }
      setProblem(
        result.code === "validation_failed"
          ? { field: "next", text: t("tooShort", { count: shortest }) }
          : { field: "current", text: errors(result.code) },
      );
    });
  };
  const error = (field: "current" | "next") => (problem?.field === field ? problem.text : undefined);

  return (
    <form onSubmit={submit} className="grid max-w-sm gap-4">
      {/* So that a password manager knows whose password it is to change. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <Field label={t("current")} error={error("current")} required>
        <Input name="current" type="password" autoComplete="current-password" maxLength={200} />
      </Field>
      <Field label={t("next")} hint={t("nextHint", { count: shortest })} error={error("next")} required>
        <Input name="next" type="password" autoComplete="new-password" minLength={shortest} maxLength={200} />
      </Field>
      <div>
        <Button type="submit" variant="primary" disabled={busy}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
