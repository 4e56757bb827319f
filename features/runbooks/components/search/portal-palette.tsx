"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { PaletteProvider } from "@/components/layout/palette/palette";
import type { PaletteGroup, PaletteSearch } from "@/components/layout/palette/palette-item";
import { chooseLocale, chooseTheme } from "@/components/layout/preferences";
import { call } from "@/lib/http/client";
import { fetchAnswer } from "../../finding/use-answers";
import { runbookHref } from "../../links";
import { carry, handOver } from "./pasted/carried-text";
import { postText } from "./pasted/post-text";

/** Sections that the palette shows at most. */
const shown = 8;

const searchRunbooks =
  (unread: (missing: number) => string): PaletteSearch =>
  async (query, signal) => {
    const answer = await fetchAnswer(query, shown, signal);
    const found = (answer?.results ?? []).map(({ path, service, title, heading, anchor, snippet, matches }) => ({
      id: `${path}#${anchor}`,
      label: heading || title,
      detail: service,
      excerpt: snippet ? { text: snippet, matches } : undefined,
      href: runbookHref(path, anchor),
      document: true,
    }));
    if (!answer || answer.missing === 0) return found;
    const whole = `/search?q=${encodeURIComponent(query)}`;
    return [...found, { id: "missing", label: unread(answer.missing), href: whole }];
  };

type FoundIncidents = { incidents: { id: string; key: string; title: string }[] };

const searchIncidents: PaletteSearch = async (query, signal) => {
  const address = `/api/v1/incident-search?limit=4&q=${encodeURIComponent(query)}`;
  const answer = await call<FoundIncidents>("GET", address, undefined, signal);
  if (!answer.ok) return [];
  return answer.value.incidents.map(({ id, key, title }) => ({
    id,
    label: title,
    detail: key,
    href: `/incidents/${key}`,
  }));
};

type Props = {
  member: boolean;
  /** Leads to the search with what was pasted, from a page that is a document of its own; else the memory of this one carries it. */
  leave?: (text: string) => void;
  children: ReactNode;
};

/** The command palette of the portal: where to go, what to do, and the runbooks that answer a query; for members the incidents too. */
export function PortalPalette({ member, leave, children }: Props) {
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
  const [runbooks, incidents] = [t("results"), t("incidents")];
  const searches = useMemo(
    () => [
      { heading: runbooks, search: searchRunbooks((missing) => t("missing", { missing })) },
      ...(member ? [{ heading: incidents, search: searchIncidents }] : []),
    ],
    [member, runbooks, incidents, t],
  );
  const toSearch = (text: string) => {
    if (handOver(text)) return;
    // Offline the search is a page of the service worker's, and no memory of this one reaches it.
    if (!navigator.onLine) return postText(text);
    carry(text);
    router.push("/search");
  };
  return (
    <PaletteProvider groups={groups} searches={searches} onLines={leave ?? toSearch}>
      {children}
    </PaletteProvider>
  );
}
