"use client";
import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { createPersonAction } from "../actions";
import { FormDialog } from "./form-dialog";
import { RoleSelect } from "./role-select";

export function InvitePerson() {
  const t = useTranslations("identity.people");
  const invite = async (fields: Record<string, string>) => {
    const result = await createPersonAction(fields);
    return result.ok ? ({ ok: true, value: { secret: result.value.password } } as const) : result;
  };
  return (
    <FormDialog open={t("invite")} submit={t("create")} secretTitle={t("passwordTitle")} action={invite}>
      <Field label={t("name")} required>
        <Input name="name" maxLength={120} autoComplete="off" />
      </Field>
      <Field label={t("email")} required>
        <Input name="email" type="text" inputMode="email" maxLength={254} autoComplete="off" />
      </Field>
      <Field label={t("role")} hint={t("roleHint")}>
        <RoleSelect name="role" defaultValue="responder" />
      </Field>
    </FormDialog>
  );
}
