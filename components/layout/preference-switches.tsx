"use client";
import { MoonStar, SunMedium } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useTransition } from "react";
import { IconButton } from "@/components/ui/button";
import { chooseLocale, chooseTheme } from "./preferences";

// Forms, so that both switches work before and without JavaScript (POST /preferences answers with a redirect back).

export function ThemeSwitch() {
  const t = useTranslations("shell");
  return (
    <form method="post" action="/preferences">
      <Choice
        name="theme"
        value="dark"
        label={t("theme.dark")}
        className="dark-hidden"
        onChoose={() => chooseTheme("dark")}
      >
        <MoonStar aria-hidden className="size-4" />
      </Choice>
      <Choice
        name="theme"
        value="light"
        label={t("theme.light")}
        className="light-hidden"
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
      <Choice name="locale" value={other} label={`${other.toUpperCase()}: ${t(`language.${other}`)}`} onChoose={choose}>
        <span aria-hidden className="text-sm uppercase">
          {other}
        </span>
      </Choice>
    </form>
  );
}

type ChoiceProps = {
  name: string;
  value: string;
  label: string;
  className?: string;
  onChoose: () => void;
  children: ReactNode;
};

function Choice({ onChoose, ...rest }: ChoiceProps) {
  return (
    <IconButton
      type="submit"
      {...rest}
      onClick={(event) => {
        event.preventDefault();
        onChoose();
      }}
    />
  );
}
