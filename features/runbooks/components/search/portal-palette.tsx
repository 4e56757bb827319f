"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PaletteProvider } from "@/components/layout/palette/palette";
import type { PaletteGroup, PaletteSearch } from "@/components/layout/palette/palette-item";
import { chooseLocale, chooseTheme } from "@/components/layout/preferences";
import { call } from "@/lib/http/client";

type Found = { results: { path: string; service: string; title: string; heading: string; anchor: string }[] };

const searchRunbooks: PaletteSearch = async (query, signal) => {
  const answer = await call<Found>("GET", `/api/v1/search?limit=8&q=${encodeURIComponent(query)}`, undefined, signal);
  if (!answer.ok) return [];
  return answer.value.results.map(({ path, service, title, heading, anchor }) => ({
    id: `${path}#${anchor}`,
    label: heading || title,
    detail: service,
    href: `/runbooks/${path}${anchor ? `#${anchor}` : ""}`,
  }));
};

/** The command palette of the portal: where to go, what to do, and the runbooks that answer a query. */
export function PortalPalette({ children }: { children: ReactNode }) {
  const t = useTranslations("shell.palette");
  const router = useRouter();
  const other = useLocale() === "es" ? "en" : "es";
  const groups: PaletteGroup[] = [
    {
      heading: t("actions"),
      items: [
        { id: "declare", label: t("declare"), href: "/incidents/new", keywords: ["incident", "incidente"] },
        {
          id: "language",
          label: t(`language.${other}`),
          run: () => void chooseLocale(other).then(() => router.refresh()),
        },
        { id: "dark", label: t("theme.dark"), run: () => chooseTheme("dark") },
        { id: "light", label: t("theme.light"), run: () => chooseTheme("light") },
        { id: "system", label: t("theme.system"), run: () => chooseTheme(null) },
      ],
    },
    {
      heading: t("goTo"),
      items: [
        { id: "home", label: t("home"), href: "/" },
        { id: "runbooks", label: t("runbooks"), href: "/runbooks" },
        { id: "incidents", label: t("incidents"), href: "/incidents" },
        { id: "drills", label: t("drills"), href: "/runs" },
      ],
    },
  ];
  return (
    <PaletteProvider groups={groups} search={searchRunbooks} searchHeading={t("results")}>
      {children}
    </PaletteProvider>
  );
}
