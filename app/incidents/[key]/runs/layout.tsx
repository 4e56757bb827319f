import type { ReactNode } from "react";
import { SectionMessages } from "@/components/layout/section-messages";

export default function SectionLayout({ children }: { children: ReactNode }) {
  return <SectionMessages section="runs">{children}</SectionMessages>;
}
