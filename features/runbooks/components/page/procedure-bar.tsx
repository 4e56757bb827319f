"use client";
import { Pencil, Play, Printer } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useKeys } from "@/components/layout/keys/keys";
import { ButtonLink, IconButton } from "@/components/ui/button";
import type { RunbookPath } from "../../artifact";
import { runbookHref, startHref } from "../../links";
import { useCurrentAnchor } from "./current-anchor";

type Props = {
  path: RunbookPath;
  procedures: { id: string; title: string }[];
  canEdit: boolean;
  /** Stands last: what else can be done. */
  menu?: ReactNode;
};

/** Stays in sight: starts the procedure being read, and what can be done to the whole page. */
export function ProcedureBar({ path, procedures, canEdit, menu }: Props) {
  const t = useTranslations("readingTools.bar");
  const router = useRouter();
  const current = useCurrentAnchor(procedures.map((one) => one.id));
  const at = Math.max(
    0,
    procedures.findIndex((one) => one.id === current),
  );
  const procedure = procedures[at];
  const go = (place: number) => {
    const id = procedures[place]?.id;
    if (id) document.getElementById(id)?.scrollIntoView();
  };

  useKeys([
    { keys: "j", group: t("keys.group"), description: t("keys.next"), run: () => go(current === null ? 0 : at + 1) },
    { keys: "k", group: t("keys.group"), description: t("keys.previous"), run: () => go(at - 1) },
    ...(procedure
      ? [
          {
            keys: "s",
            group: t("keys.group"),
            description: t("start"),
            run: () => router.push(startHref(path, procedure.id)),
          },
        ]
      : []),
    ...(canEdit
      ? [
          {
            keys: "e",
            group: t("keys.group"),
            description: t("edit"),
            run: () => router.push(`${runbookHref(path)}/edit`),
          },
        ]
      : []),
  ]);

  return (
    <div className="sticky top-0 z-20 -mx-4 mb-6 flex items-center gap-2 border-b border-line bg-canvas px-4 py-2 sm:-mx-6 sm:px-6 md:top-14 lg:mx-0 lg:px-0 print:hidden">
      {procedure && (
        <>
          <ButtonLink
            variant="primary"
            href={startHref(path, procedure.id)}
            className="min-w-0 shrink!"
            title={procedure.title}
          >
            <Play aria-hidden className="size-4 shrink-0" />
            <span className="truncate">{t("start")}</span>
          </ButtonLink>
          <span className="hidden min-w-0 flex-1 truncate text-sm text-muted sm:block">{procedure.title}</span>
        </>
      )}
      <span className="flex-1 sm:hidden" />
      {/* Before what everybody has, so that only the room between moves when it turns out who reads. */}
      {canEdit && (
        <ButtonLink href={`${runbookHref(path)}/edit`} title={t("edit")} aria-label={t("edit")}>
          <Pencil aria-hidden className="size-4" />
          <span className="hidden sm:inline">{t("edit")}</span>
        </ButtonLink>
      )}
      <IconButton label={t("print")} onClick={() => window.print()}>
        <Printer aria-hidden className="size-4" />
      </IconButton>
      {menu}
    </div>
  );
}
