import type { ReactNode } from "react";
import { SectionMessages } from "@/components/layout/section-messages";

export default function GlossaryLayout({ children }: { children: ReactNode }) {
  return <SectionMessages section="glossary">{children}</SectionMessages>;
}
