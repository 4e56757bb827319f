"use client";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Select } from "@/components/ui/select";
import { roles } from "@/lib/auth/roles";

/** The four roles, in the words of the interface. */
export function RoleSelect(props: Omit<ComponentProps<typeof Select>, "children">) {
  const t = useTranslations("shell.role");
  return (
    <Select {...props}>
      {roles.map((role) => (
        <option key={role} value={role}>
          {t(role)}
        </option>
      ))}
    </Select>
  );
}
