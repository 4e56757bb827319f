"use client";
import { useTranslations } from "next-intl";
import { Face } from "@/components/ui/face";
import type { QuickEntry } from "../../quick/quick-grammar";
import { referencesIn } from "../../references/references";
import type { LinkableStep } from "../../references/schema";
import type { EntryKind } from "../../timeline/schema";
import { KindIcon } from "../timeline/kind-icon";
import { useWhen } from "./use-when";

type Read = Exclude<QuickEntry, { does: "nothing" }>;
type PreviewProps = { read: Read; people: readonly { name: string }[]; steps: readonly LinkableStep[] };

/** What the line in the composer will become, before it is sent: its kind, when, who and which step. */
export function Preview({ read, people, steps }: PreviewProps) {
  const t = useTranslations("incidents");
  const q = useTranslations("incidents.quickEntry");
  const when = useWhen()(read.happenedAt);
  const text = read.does === "entry" ? read.body : "";
  const found = referencesIn(text, new Set(steps.map(({ stepId }) => stepId)), people);
  const step = found.find((one) => one.type === "step");
  const named = [...new Set(found.flatMap((one) => (one.type === "person" ? [one.name] : [])))];
  const linked = steps.find(({ stepId }) => stepId === step?.id);
  return (
    <span className="inline-flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5">
      <span className="inline-flex items-center gap-1.5">
        <KindIcon kind={kindOf(read)} />
        <strong className="font-medium text-ink">{told(read, t, when)}</strong>
      </span>
      {read.does === "role" && <Holder person={read.person} people={people} />}
      {linked && <span>{q("linksTo", { title: linked.title })}</span>}
      {named.length > 0 && <span>{q("names", { names: named.join(", ") })}</span>}
      {read.clock && <span className="text-warning">{q(read.clock)}</span>}
    </span>
  );
}

const kindOf = (read: Read): EntryKind => (read.does === "entry" ? read.kind : read.does);

function told(read: Read, t: ReturnType<typeof useTranslations<"incidents">>, when: string) {
  switch (read.does) {
    case "entry":
      return t("composer.entry", { kind: t(`timeline.kind.${read.kind}`), when });
    case "status":
      return t("composer.status", { status: t(`status.${read.to}`), when });
    case "severity":
      return t("composer.severity", { severity: read.to, when });
    case "role":
      return t("composer.role", {
        role: t(`role.${read.role}`),
        person: read.person === null ? t("composer.me") : `@${read.person}`,
        when,
      });
  }
}

/** Whoever a role goes to, once the name is somebody's. */
function Holder({ person, people }: { person: string | null; people: readonly { name: string }[] }) {
  const [found] = person === null ? [] : referencesIn(`@${person}`, new Set(), people);
  if (found?.type !== "person") return null;
  return (
    <span className="inline-flex items-center gap-1">
      <span aria-hidden>
        <Face name={found.name} size="sm" />
      </span>
      {found.name}
    </span>
  );
}
