import { Ellipsis, FileDown, FolderInput, History, ListTree, type LucideIcon, Printer, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DisclosureMenu } from "@/components/ui/disclosure-menu";
import { PageLink } from "@/components/ui/page-link";
import { atLeast, type Role } from "@/lib/auth/roles";
import type { RunbookPath } from "../../artifact";
import { exportHref, runbookHref } from "../../links";

/** Its name is `runbookMenu.<id>`; `at` is added to the runbook's address, `least` null is everybody who reads it. */
type MenuEntry = {
  id: "history" | "blame" | "print" | "export" | "move" | "delete";
  icon: LucideIcon;
  at: string | ((path: RunbookPath) => string);
  least: Role | null;
};

/** What can be done with a runbook beside reading, starting and editing it, in the order shown. */
const entries: readonly MenuEntry[] = [
  { id: "history", icon: History, at: "/history", least: "viewer" },
  { id: "blame", icon: ListTree, at: "/blame", least: "viewer" },
  { id: "print", icon: Printer, at: "/print", least: null },
  { id: "export", icon: FileDown, at: exportHref, least: null },
  { id: "move", icon: FolderInput, at: "/move", least: "editor" },
  { id: "delete", icon: Trash2, at: "/delete", least: "editor" },
];

type Props = {
  path: RunbookPath;
  /** Null for who has not signed in. */
  role: Role | null;
  /** Entries that are no links, each a `<li>`. */
  children?: ReactNode;
};

/** The "more" menu of a runbook's page: the entries that this reader may use. */
export function RunbookMenu({ path, role, children }: Props) {
  const t = useTranslations("runbookMenu");
  const allowed = entries.filter(({ least }) => least === null || atLeast(role, least));
  if (allowed.length === 0 && !children) return null;
  return (
    <DisclosureMenu label={t("label")} icon={<Ellipsis aria-hidden className="size-5" />}>
      {allowed.map(({ id, icon: Icon, at }) => (
        <li key={id}>
          <PageLink href={typeof at === "string" ? `${runbookHref(path)}${at}` : at(path)} className={menuEntryLook}>
            <Icon aria-hidden className="size-4 shrink-0 text-muted" />
            {t(id)}
          </PageLink>
        </li>
      ))}
      {children}
    </DisclosureMenu>
  );
}

/** How an entry looks, whether link or button. */
export const menuEntryLook = "flex w-full items-center gap-2.5 px-3 py-2 text-left hover:bg-raised";
