"use client";
import { Volume2, VolumeX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useSound } from "@/components/ui/use-sound";

/** Turns the sound at limits on and off, for this browser; turning it on lets one hear it. */
export function SoundSwitch() {
  const t = useTranslations("runs.clocks.sound");
  const { on, waiting, toggle } = useSound();
  const Icon = on ? Volume2 : VolumeX;
  return (
    <Button
      size="sm"
      variant="ghost"
      role="switch"
      aria-checked={on}
      aria-label={t("label")}
      title={waiting ? t("waiting") : t("label")}
      onClick={() => void toggle()}
    >
      <Icon aria-hidden className={on ? "size-4 text-accent" : "size-4 text-muted"} />
      <span className="text-muted">{on ? (waiting ? t("waiting") : t("on")) : t("off")}</span>
    </Button>
  );
}
