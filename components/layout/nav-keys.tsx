"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useKeys } from "./keys/keys";

/** `g` and a letter goes somewhere; `/` searches. */
export function NavKeys() {
  const t = useTranslations("shell.keys");
  const router = useRouter();
  const to = (href: string) => () => router.push(href);
  const shortcuts = [
    { keys: "g h", description: t("home"), run: to("/") },
    { keys: "g r", description: t("runbooks"), run: to("/runbooks") },
    { keys: "g i", description: t("incidents"), run: to("/incidents") },
    { keys: "g d", description: t("drills"), run: to("/runs") },
    { keys: "g w", description: t("worklist"), run: to("/worklist") },
    { keys: "/", description: t("search"), run: to("/search") },
  ];
  useKeys(shortcuts, { behind: true });
  return null;
}
