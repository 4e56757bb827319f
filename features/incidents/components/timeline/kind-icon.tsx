import {
  Activity,
  ArrowUpRight,
  BellRing,
  CircleDot,
  ClipboardCheck,
  FileText,
  Gavel,
  Link2,
  ListChecks,
  type LucideIcon,
  Megaphone,
  MessageSquare,
  Microscope,
  Paperclip,
  UserRound,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";
import type { EntryKind } from "../../timeline/schema";

const icons: Record<EntryKind, LucideIcon> = {
  note: MessageSquare,
  evidence: Microscope,
  decision: Gavel,
  status: Activity,
  severity: CircleDot,
  role: UserRound,
  update: Megaphone,
  step: ListChecks,
  verification: ClipboardCheck,
  escalation: ArrowUpRight,
  alert: BellRing,
  link: Link2,
  attachment: Paperclip,
};

/** Kinds that change the course of an incident stand out; what only accompanies it is quieter. */
const loud: readonly EntryKind[] = ["decision", "status", "severity", "update", "escalation", "alert"];

export const isLoud = (kind: EntryKind) => loud.includes(kind);

/** What kind of entry it is, as a shape with a name. */
export function KindIcon({ kind }: { kind: EntryKind }) {
  const t = useTranslations("incidents.timeline.kind");
  const Icon = icons[kind] ?? FileText;
  return (
    <Icon
      role="img"
      aria-label={t(kind)}
      className={classes("mt-0.5 size-4 shrink-0", isLoud(kind) ? "text-accent" : "text-muted")}
    />
  );
}
