"use client";
import { ChevronDown, Megaphone, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useKeys } from "@/components/layout/keys/keys";
import { Badge } from "@/components/ui/badge";
import { Button, IconButton } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { ElapsedClock } from "@/components/ui/clock";
import { laterDialog } from "@/components/ui/later-dialog";
import { SeverityMark } from "@/components/ui/severity-mark";
import type { RoleName } from "../../schema";
import { roleNames } from "../../vocabulary";
import { HandoverBanner } from "../handover/handover-banner";
import { PresentHere } from "../presence/present-here";
import { StabilityClock } from "../stability/stability-clock";
import { UpdateClock } from "../updates/update-clock";
import { UpdateForm } from "../updates/update-form";
import { openUpdateForm } from "../updates/update-form-store";
import { UpdateNudge } from "../updates/update-nudge";
import { useLiveIncident } from "./live-incident";

const StatusDialog = laterDialog(() => import("../change/status-dialog").then((module) => module.StatusDialog));
const SeverityDialog = laterDialog(() => import("../change/severity-dialog").then((module) => module.SeverityDialog));
const RoleDialog = laterDialog(() => import("../change/role-dialog").then((module) => module.RoleDialog));
const FactsDialog = laterDialog(() => import("../change/facts-dialog").then((module) => module.FactsDialog));

type Open = "status" | "severity" | "facts" | RoleName | null;

/** What everybody needs to see all the time, and the way to change each of it. */
export function IncidentHeader() {
  const t = useTranslations("incidents");
  const { incident, can } = useLiveIncident();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const began = incident.impactStartedAt ?? incident.declaredAt;
  const group = t("keys.group");
  useKeys(
    can.append
      ? [
          { keys: "s", description: t("keys.status"), group, run: () => setOpen("status") },
          { keys: "v", description: t("keys.severity"), group, run: () => setOpen("severity") },
          { keys: "l", description: t("keys.lead"), group, run: () => setOpen("lead") },
          { keys: "e", description: t("keys.facts"), group, run: () => setOpen("facts") },
        ]
      : [],
  );
  return (
    <header className="border-b border-line bg-canvas px-4 py-2 sm:px-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-mono text-sm text-muted">{incident.key}</span>
        {incident.kind === "drill" && <Badge>{t("view.drill")}</Badge>}
        <h1 className="min-w-0 flex-1 basis-64 truncate text-lg font-semibold" title={incident.title}>
          {incident.title}
        </h1>
        <PresentHere />
        <StabilityClock />
        <span className="inline-flex items-center gap-1.5 text-sm text-muted">
          <span className="sr-only">{t("view.clock")}</span>
          T+ <ElapsedClock since={began} until={incident.resolvedAt} />
        </span>
      </div>
      <div className="mt-1 flex items-center gap-2 overflow-x-auto">
        <Changeable
          able={can.changeSeverity === true && incident.status !== "closed"}
          label={t("change.severityOf", { severity: incident.severity })}
          onClick={() => setOpen("severity")}
        >
          <SeverityMark severity={incident.severity} />
        </Changeable>
        <Changeable
          able={can.changeStatus === true}
          label={t("change.statusOf", { status: t(`status.${incident.status}`) })}
          onClick={() => setOpen("status")}
        >
          {t(`status.${incident.status}`)}
        </Changeable>
        <UpdateClock />
        {can.append && incident.status !== "closed" && (
          <IconButton size="sm" label={t("updates.button")} aria-haspopup="dialog" onClick={() => openUpdateForm()}>
            <Megaphone aria-hidden className="size-4" />
          </IconButton>
        )}
        <span className="flex-1" />
        <Roles able={can.assignRoles === true && incident.status !== "closed"} onOpen={setOpen} />
      </div>
      <HandoverBanner />
      <UpdateNudge />
      <UpdateForm />
      {open === "status" && <StatusDialog onClose={close} />}
      {open === "severity" && <SeverityDialog onClose={close} />}
      {open === "facts" && <FactsDialog onClose={close} />}
      {isRole(open) && <RoleDialog role={open} onClose={close} />}
    </header>
  );
}

const isRole = (open: Open): open is RoleName => roleNames.some((role) => role === open);

type ChangeableProps = { able: boolean; label: string; onClick: () => void; children: React.ReactNode };

function Changeable({ able, label, onClick, children }: ChangeableProps) {
  if (!able) return <span className="px-1 font-medium whitespace-nowrap">{children}</span>;
  return (
    <Button size="sm" aria-label={label} title={label} aria-haspopup="dialog" onClick={onClick}>
      {children}
      <ChevronDown aria-hidden className="size-3.5 text-muted" />
    </Button>
  );
}

/** Roles as chips: who holds each, the lead always, the others when held. */
function Roles({ able, onOpen }: { able: boolean; onOpen: (role: RoleName) => void }) {
  const t = useTranslations("incidents");
  const { incident } = useLiveIncident();
  return (
    <ul aria-label={t("view.roles")} className="flex gap-1">
      {roleNames.map((role) => {
        const name = incident.roles.find((each) => each.role === role)?.person.name;
        if (!able && !name) return null;
        const label = name
          ? t("change.roleOf", { role: t(`role.${role}`), name })
          : t("change.roleNobody", { role: t(`role.${role}`) });
        return (
          <li key={role}>
            <Button
              size="sm"
              variant="ghost"
              aria-label={label}
              title={label}
              disabled={!able}
              aria-haspopup="dialog"
              className="disabled:opacity-100"
              onClick={() => onOpen(role)}
            >
              <UserRound aria-hidden className={classes("size-3.5", name ? "text-accent" : "text-muted")} />
              <span className={classes("text-sm", !name && "text-muted")}>
                {t(`role.${role}`)}
                {name && <span className="font-semibold">: {name}</span>}
              </span>
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
