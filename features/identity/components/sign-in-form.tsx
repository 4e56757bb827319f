"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { goToProvider, signInWithPassword } from "@/lib/session-client";
import { type SignInProblem, signInProblem } from "../sign-in/problem";
import { SignInNotice } from "./sign-in-notice";

type Props = { returnTo: string; provider: string | null; problem: SignInProblem | null };

/** E-mail and password, and the identity provider where there is one. What was typed stays when it fails. */
export function SignInForm({ returnTo, provider, problem: before }: Props) {
  const t = useTranslations("identity.signIn");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(before);

  async function attempt(work: () => Promise<{ error: string } | null>) {
    setBusy(true);
    setProblem(null);
    const refused = await work();
    if (!refused) return window.location.assign(returnTo); // a whole new page: everything on it may differ for this person
    setProblem(signInProblem(refused.error));
    setBusy(false);
  }

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void attempt(() => signInWithPassword(String(form.get("email")), String(form.get("password"))));
  };

  return (
    <div className="mx-auto w-full max-w-sm py-6 sm:py-12">
      <h1 className="text-2xl font-semibold tracking-tight">{t("title")}</h1>
      <p className="mt-1 mb-6 text-muted">{t("why")}</p>
      {problem && <SignInNotice problem={problem} />}
      <form method="post" action="/api/auth/callback/password" onSubmit={submit} className="grid gap-4">
        <Field label={t("email")} required>
          <Input
            name="email"
            type="text"
            inputMode="email"
            autoComplete="username"
            autoCapitalize="none"
            maxLength={254}
          />
        </Field>
        <Field label={t("password")} required>
          <Input name="password" type="password" autoComplete="current-password" maxLength={200} />
        </Field>
        <Button type="submit" variant="primary" size="lg" disabled={busy}>
          {busy ? t("checking") : t("submit")}
        </Button>
      </form>
      {provider && (
        <div className="mt-6 border-t border-line pt-6">
          <Button size="lg" className="w-full" disabled={busy} onClick={() => attempt(() => goToProvider(returnTo))}>
            <span className="truncate">{t("provider", { provider })}</span>
          </Button>
        </div>
      )}
      <p className="mt-6 text-sm text-muted">{t("forgotten")}</p>
    </div>
  );
}
