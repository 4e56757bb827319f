"use client";
import { CircleCheck, CircleDashed } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { laterDialog } from "@/components/ui/later-dialog";
import type { ClosingRequirement } from "../../incident-schema";
import { closingRequirements } from "../../vocabulary";
import { useLiveIncident } from "../view/live-incident";
import { useShowTab } from "../view/tab-store";
import { Panel } from "./panel";

const AddFollowUpDialog = laterDialog(() =>
  import("../follow-ups/follow-up-dialog").then((module) => module.AddFollowUpDialog),
);
const StatusDialog = laterDialog(() => import("../change/status-dialog").then((module) => module.StatusDialog));
const FactsDialog = laterDialog(() => import("../change/facts-dialog").then((module) => module.FactsDialog));

type Open = "close" | "facts" | "follow-up" | null;

/** Once it is watched or resolved: all that an honest end needs, what of it is there, and the way to what is missing. */
export function ClosingPanel() {
  const t = useTranslations("incidents.closing");
  const { incident, can } = useLiveIncident();
  const showTab = useShowTab();
  const [open, setOpen] = useState<Open>(null);
  if (incident.status !== "resolved" && incident.status !== "monitoring") return null;
  const { closingMissing: missing } = incident;
  const done = closingRequirements.length - missing.length;
  const toChecklist = (moment: "recovery" | "close") => {
    showTab("lists");
    requestAnimationFrame(() => {
      const list = document.getElementById(`checklist-${moment}`);
      list?.scrollIntoView({ block: "center" });
      list?.querySelector("input")?.focus();
    });
  };
  const fix: Record<ClosingRequirement, (() => void) | null> = {
    recovery_checklist: () => toChecklist("recovery"),
    stable: incident.status === "resolved" ? () => setOpen("close") : null,
    root_cause: () => setOpen("facts"),
    close_checklist: () => toChecklist("close"),
    follow_ups: () => setOpen("follow-up"),
  };
  return (
    <Panel
      title={t("title")}
      action={<span className="text-sm text-muted">{t("progress", { done, total: closingRequirements.length })}</span>}
    >
      <div aria-hidden className="mb-2 grid auto-cols-fr grid-flow-col gap-1">
        {closingRequirements.map((name) => (
          <span key={name} className={missing.includes(name) ? "h-1.5 rounded bg-raised" : "h-1.5 rounded bg-accent"} />
        ))}
      </div>
      <ul className="grid gap-1 text-sm">
        {closingRequirements.map((name) => (
          <Requirement key={name} name={name} missing={missing.includes(name)} fix={can.patch ? fix[name] : null} />
        ))}
      </ul>
      {missing.length === 0 && <p className="mt-2">{t("ready")}</p>}
      {can.changeStatus && incident.status === "resolved" && (
        <Button
          className="mt-2"
          size="sm"
          variant={missing.length === 0 ? "primary" : "secondary"}
          aria-haspopup="dialog"
          onClick={() => setOpen("close")}
        >
          {t("close")}
        </Button>
      )}
      {open === "close" && <StatusDialog to="closed" onClose={() => setOpen(null)} />}
      {open === "facts" && <FactsDialog focus="rootCause" onClose={() => setOpen(null)} />}
      {open === "follow-up" && <AddFollowUpDialog onClose={() => setOpen(null)} />}
    </Panel>
  );
}

type RequirementProps = { name: ClosingRequirement; missing: boolean; fix: (() => void) | null };

function Requirement({ name, missing, fix }: RequirementProps) {
  const t = useTranslations("incidents.closing");
  const Icon = missing ? CircleDashed : CircleCheck;
  return (
    <li className="flex items-start gap-2">
      <Icon
        role="img"
        aria-label={t(missing ? "isMissing" : "isDone")}
        className={missing ? "mt-0.5 size-4 shrink-0 text-muted" : "mt-0.5 size-4 shrink-0 text-success"}
      />
      <span className={missing ? "min-w-0 flex-1" : "min-w-0 flex-1 text-muted"}>{t(name)}</span>
      {missing && fix && (
        <Button size="sm" variant="ghost" className="-my-0.5" aria-label={t("fixOf", { what: t(name) })} onClick={fix}>
          {t("fix")}
        </Button>
      )}
    </li>
  );
}
