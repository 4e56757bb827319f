import {
  Check,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleSlash,
  Copy,
  Eye,
  type LucideIcon,
  Paperclip,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { ItemState } from "../batch/batch";

const looks: Record<ItemState, { Icon: LucideIcon; ink: string }> = {
  ready: { Icon: CircleCheck, ink: "text-success" },
  look: { Icon: Eye, ink: "text-warning" },
  missing: { Icon: CircleAlert, ink: "text-danger" },
  refused: { Icon: CircleSlash, ink: "text-danger" },
  failed: { Icon: CircleAlert, ink: "text-danger" },
  reading: { Icon: CircleDashed, ink: "text-muted" },
  duplicate: { Icon: Copy, ink: "text-muted" },
  beside: { Icon: Paperclip, ink: "text-muted" },
  done: { Icon: Check, ink: "text-success" },
};

/** What is to be said of a file, by sign, word and colour. */
export function StateMark({ state }: { state: ItemState }) {
  const t = useTranslations("runbookImport.state");
  const { Icon, ink } = looks[state];
  return (
    <span className={`inline-flex items-center gap-1.5 text-sm whitespace-nowrap ${ink}`}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {t(state)}
    </span>
  );
}
