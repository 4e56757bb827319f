"use client";
import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { createTokenAction } from "../actions";
import { FormDialog } from "./form-dialog";
import { RoleSelect } from "./role-select";

export function NewToken() {
  const t = useTranslations("identity.tokens");
  const create = ({ expiresInDays, ...fields }: Record<string, string>) =>
    createTokenAction({ ...fields, ...(expiresInDays ? { expiresInDays: Number(expiresInDays) } : {}) });
  return (
    <FormDialog open={t("new")} submit={t("create")} secretTitle={t("secretTitle")} action={create}>
      <Field label={t("name")} hint={t("nameHint")} required>
        <Input name="name" maxLength={80} autoComplete="off" />
      </Field>
      <Field label={t("role")}>
        <RoleSelect name="role" defaultValue="responder" />
      </Field>
      <Field label={t("expiresInDays")} hint={t("expiresHint")}>
        <Input name="expiresInDays" type="number" min={1} max={3650} inputMode="numeric" />
      </Field>
    </FormDialog>
  );
}
