import { NotebookTabs } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageLink } from "@/components/ui/page-link";
import { AccountMenu } from "./account-menu";
import { Island } from "./island";
import { KeysDialog } from "./keys/keys-dialog";
import { NavKeys } from "./nav-keys";
import { OutboxChip } from "./outbox/outbox-chip";
import { LocaleSwitch, ThemeSwitch } from "./preference-switches";
import { SearchOpener } from "./search-opener";
import { ShellNav } from "./shell-nav";
import type { Viewer } from "./viewer";

type AppShellProps = {
  viewer: Viewer | null;
  /** In the head of every page, before the search: what waits for the reader. */
  waiting?: ReactNode;
  /** How much of the worklist is the reader's; null for who keeps no runbooks. */
  worklist?: number | null;
  /** Between the head and the page: what has to be known of the page as a whole. */
  strip?: ReactNode;
  children: ReactNode;
};

/** From the left, so that an entry more moves none of the others. */
const phoneNav = "justify-start gap-1 py-0.5";

/** The frame of every page. Needs `KeysProvider` and `PaletteProvider` above it. */
export function AppShell({ viewer, waiting, worklist = null, strip, children }: AppShellProps) {
  const t = useTranslations("shell");
  return (
    <>
      <a
        href="#content"
        className="sr-only z-50 rounded bg-accent px-3 py-2 text-accent-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t("skip")}
      </a>
      <header className="print:hidden top-0 z-30 md:sticky border-b border-line bg-canvas">
        <div className="mx-auto flex h-14 max-w-[96rem] items-center gap-1 px-4 sm:gap-2 sm:px-6">
          <PageLink
            href="/"
            className="mr-2 flex h-9 items-center gap-2 rounded pr-1 text-lg font-semibold tracking-tight"
          >
            <NotebookTabs aria-hidden className="size-5 text-accent" />
            <span>{t("product")}</span>
          </PageLink>
          <nav aria-label={t("nav.label")} className="hidden md:block">
            <Island name="nav" props={{ className: "gap-1" }}>
              <ShellNav worklist={worklist} className="gap-1" />
            </Island>
          </nav>
          <div className="flex-1" />
          <Island name="waiting">
            <OutboxChip />
            {waiting}
          </Island>
          <Island name="search">
            <SearchOpener />
          </Island>
          <Island name="locale">
            <LocaleSwitch />
          </Island>
          <Island name="theme">
            <ThemeSwitch />
          </Island>
          {/* As wide for who is signed in as for who is not: nothing moves when it turns out who reads. */}
          <Island name="account" className="flex min-w-9 justify-end sm:min-w-20">
            <AccountMenu viewer={viewer} />
          </Island>
        </div>
        <nav aria-label={t("nav.label")} className="border-t border-line px-2 md:hidden">
          <Island name="nav" props={{ className: phoneNav }}>
            <ShellNav worklist={worklist} className={phoneNav} />
          </Island>
        </nav>
      </header>
      <Island name="strip">{strip}</Island>
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-[96rem] px-4 py-6 outline-none sm:px-6">
        {children}
      </main>
      <Island name="elsewhere">
        <KeysDialog />
      </Island>
      <NavKeys />
    </>
  );
}
