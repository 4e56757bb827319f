"use client";
import { useTranslations } from "next-intl";
import { NavLinks } from "./nav-links";

type Props = {
  /** How much of the worklist is the reader's; null for who keeps no runbooks. */
  worklist: number | null;
  className?: string;
};

/** The links to the parts of the portal. What only some have stands last, so that nothing moves when it comes. */
export function ShellNav({ worklist, className }: Props) {
  const t = useTranslations("shell.nav");
  const entries = [
    { href: "/runbooks", label: t("runbooks") },
    { href: "/incidents", label: t("incidents") },
    { href: "/runs", label: t("drills") },
    ...(worklist !== null
      ? [
          {
            href: "/worklist",
            label: t("worklist"),
            waiting: { count: worklist, label: t("waiting", { count: worklist }) },
          },
        ]
      : []),
  ];
  return <NavLinks entries={entries} className={className} />;
}
