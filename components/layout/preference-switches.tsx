"use client";
import { Languages, MoonStar, SunMedium } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { chooseLocale, chooseTheme } from "./preferences";

// Forms, so that both switches work before and without JavaScript (POST /preferences answers with a redirect back).

export function ThemeSwitch() {
  const t = useTranslations("shell");
  const look = "w-9 px-0";
  return (
    <form method="post" action="/preferences">
      <Choice
        name="theme"
        value="dark"
        label={t("theme.dark")}
        className={`${look} dark-hidden`}
        onChoose={() => chooseTheme("dark")}
      >
        <MoonStar aria-hidden className="size-4" />
      </Choice>
      <Choice
        name="theme"
        value="light"
        label={t("theme.light")}
        className={`${look} light-hidden`}
        onChoose={() => chooseTheme("light")}
      >
        <SunMedium aria-hidden className="size-4" />
      </Choice>
    </form>
  );
}

export function LocaleSwitch() {
  const t = useTranslations("shell");
  const router = useRouter();
  const [pending, start] = useTransition();
  const other = useLocale() === "es" ? "en" : "es";
  const choose = () =>
    start(async () => {
      await chooseLocale(other);
      router.refresh();
    });
  return (
    <form method="post" action="/preferences" aria-busy={pending}>
      <Choice name="locale" value={other} label={t(`language.${other}`)} className="h-9 gap-1.5 px-2" onChoose={choose}>
        <Languages aria-hidden className="size-4" />
        <span className="uppercase">{other}</span>
      </Choice>
    </form>
  );
}

type ChoiceProps = {
  name: string;
  value: string;
  label: string;
  className: string;
  onChoose: () => void;
  children: React.ReactNode;
};

function Choice({ name, value, label, className, onChoose, children }: ChoiceProps) {
  return (
    <Button
      type="submit"
      name={name}
      value={value}
      variant="ghost"
      aria-label={label}
      title={label}
      className={className}
      onClick={(event) => {
        event.preventDefault();
        onChoose();
      }}
    >
      {children}
    </Button>
  );
}
