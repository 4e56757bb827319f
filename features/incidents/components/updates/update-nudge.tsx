"use client";
import { Megaphone, Volume2, VolumeX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { laterDialog } from "@/components/ui/later-dialog";
import { useSound } from "@/components/ui/use-sound";
import { openUpdateForm } from "./update-form-store";
import { useUpdateDue } from "./use-update-due";

const SnoozeDialog = laterDialog(() => import("./snooze-dialog").then((module) => module.SnoozeDialog));

/** Stakeholders wait for an update: said on the screens of those whose it is to give, until it is given or put off. */
export function UpdateNudge() {
  const t = useTranslations("incidents.updates");
  const due = useUpdateDue();
  const { on, toggle } = useSound();
  const [snoozing, setSnoozing] = useState(false);
  const Sound = on ? Volume2 : VolumeX;
  return (
    <section aria-label={t("nudgeLabel")} aria-live="polite" className={due ? "mt-2" : "sr-only"}>
      {due && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded border border-warning/50 bg-warning-soft px-3 py-2">
          <p className="flex min-w-0 flex-1 basis-56 items-center gap-2 font-semibold">
            <Megaphone aria-hidden className="size-5 shrink-0 text-warning" />
            <span>{t("nudge")}</span>
          </p>
          <div className="flex items-center gap-2">
            <Button size="sm" variant="primary" onClick={() => openUpdateForm()}>
              {t("write")}
            </Button>
            <Button size="sm" aria-haspopup="dialog" onClick={() => setSnoozing(true)}>
              {t("snooze")}
            </Button>
            <IconButton
              size="sm"
              role="switch"
              aria-checked={on}
              label={t("sound")}
              onClick={() => void toggle()}
              className={on ? "text-accent" : "text-muted"}
            >
              <Sound aria-hidden className="size-4" />
            </IconButton>
          </div>
        </div>
      )}
      {snoozing && <SnoozeDialog onClose={() => setSnoozing(false)} />}
    </section>
  );
}
