import { ListChecks, Table2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import type { ChecklistMoment } from "../../plan";
import { AnchorLink } from "./anchor-link";
import { Budget } from "./budget";
import { separated } from "./separated";

type ChecklistProps = { id: string; title: string; when?: ChecklistMoment; within?: string; children?: ReactNode };

/** A list to tick, attached to incidents at its moment. */
export function Checklist({ id, title, when, within, children }: ChecklistProps) {
  const t = useTranslations("reading.blocks");
  return (
    <section id={id} aria-labelledby={`${id}--title`} className={separated}>
      <BlockTitle id={id} title={title} icon={<ListChecks aria-hidden className="size-5 shrink-0 text-accent" />}>
        {when && <Badge tone="accent">{t(`when.${when}`)}</Badge>}
        <Budget within={within} />
      </BlockTitle>
      <div className="prose checklist grid gap-3 *:min-w-0">{children}</div>
    </section>
  );
}

/** "What do you see?": symptoms with their severity and what to do. */
export function Triage({ id, title, children }: { id: string; title: string; children?: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}--title`} className={separated}>
      <BlockTitle id={id} title={title} icon={<Table2 aria-hidden className="size-5 shrink-0 text-accent" />} />
      <div className="prose">{children}</div>
    </section>
  );
}

function BlockTitle({
  id,
  title,
  icon,
  children,
}: {
  id: string;
  title: string;
  icon: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="group/anchor mb-3 flex flex-wrap items-center gap-x-3 gap-y-1">
      <div className="flex min-w-0 items-start gap-2">
        <span className="mt-1">{icon}</span>
        <h2 id={`${id}--title`} className="text-xl font-semibold tracking-tight wrap-anywhere">
          {title}
        </h2>
        <AnchorLink id={id} title={title} />
      </div>
      {children}
    </header>
  );
}
