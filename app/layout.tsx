import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AppShell } from "@/components/layout/app-shell";
import { KeysProvider } from "@/components/layout/keys/keys";
import { KeptStrip } from "@/components/layout/offline/kept-strip";
import { NewVersion } from "@/components/layout/offline/new-version";
import { WorkerLink } from "@/components/layout/offline/worker-link";
import { OutboxProvider } from "@/components/layout/outbox/outbox-provider";
import { ToastProvider } from "@/components/ui/toast";
import { loadSessionEnded, loadViewer } from "@/features/identity/loaders";
import { PortalPalette } from "@/features/runbooks/components/search/portal-palette";
import { loadWorklistCount } from "@/features/runbooks/worklist/loaders";
import { WaitingCounter } from "@/features/runs/approvals/components/waiting-counter";
import { atLeast } from "@/lib/auth/roles";
import { clientMessages } from "@/lib/i18n/client-messages";
import { pickTheme, themeCookie } from "@/lib/theme";
import { fontVariables } from "./fonts/fonts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return { title: { default: t("product"), template: `%s · ${t("product")}` }, description: t("description") };
}

export const viewport: Viewport = { colorScheme: "light dark", width: "device-width", initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = pickTheme((await cookies()).get(themeCookie)?.value);
  const messages = clientMessages(await getMessages());
  const viewer = await loadViewer();
  return (
    // Whose page it is and which build made it: the service worker files its copy by that (lib/offline/worker).
    <html
      lang={await getLocale()}
      data-theme={theme ?? undefined}
      data-reader={viewer?.id ?? undefined}
      data-session={(await loadSessionEnded()) ? "ended" : undefined}
      data-build={process.env.BITACORA_BUILD}
      className={fontVariables}
    >
      <body>
        <NextIntlClientProvider messages={messages}>
          <KeysProvider>
            <ToastProvider>
              <OutboxProvider person={viewer?.id ?? null}>
                <PortalPalette member={atLeast(viewer?.role ?? null, "viewer")}>
                  <AppShell
                    viewer={viewer}
                    worklist={await loadWorklistCount()}
                    strip={<KeptStrip />}
                    waiting={
                      <>
                        <NewVersion />
                        {atLeast(viewer?.role ?? null, "responder") && <WaitingCounter />}
                      </>
                    }
                  >
                    {children}
                  </AppShell>
                  <WorkerLink />
                </PortalPalette>
              </OutboxProvider>
            </ToastProvider>
          </KeysProvider>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
