"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { StatusDialog } from "../change/status-dialog";
import { useLiveIncident } from "../view/live-incident";
import { Panel } from "./panel";

/** Once resolved: what an honest end still needs, and the way to it. */
export function ClosingPanel() {
  const t = useTranslations("incidents.closing");
  const { incident, can } = useLiveIncident();
  const [open, setOpen] = useState(false);
  if (incident.status !== "resolved") return null;
  return (
    <Panel title={t("title")}>
      {incident.closingMissing.length === 0 ? (
        <p>{t("ready")}</p>
      ) : (
        <>
          <p className="text-sm">{t("missing")}</p>
          <ul className="list-disc pl-5 text-sm text-muted">
            {incident.closingMissing.map((requirement) => (
              <li key={requirement}>{t(requirement)}</li>
            ))}
          </ul>
        </>
      )}
      {can.changeStatus && (
        <Button className="mt-2" size="sm" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {t("close")}
        </Button>
      )}
      {open && <StatusDialog to="closed" onClose={() => setOpen(false)} />}
    </Panel>
  );
}
