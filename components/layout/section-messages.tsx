import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { clientMessages, type Section } from "@/lib/i18n/client-messages";

/** Gives the client components below the text of their section, beside that of every page. */
export async function SectionMessages({ section, children }: { section: Section; children: ReactNode }) {
  return (
    <NextIntlClientProvider messages={clientMessages(await getMessages(), section)}>{children}</NextIntlClientProvider>
  );
}
