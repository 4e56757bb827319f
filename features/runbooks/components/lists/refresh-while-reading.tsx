"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";

const everyMs = 2_000;

/** Shows the page anew while the library is being read, and tells whoever listens at each tenth, not every time. */
export function RefreshWhileReading({ read, total }: { read: number; total: number }) {
  const t = useTranslations("reading.large");
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), everyMs);
    return () => clearInterval(timer);
  }, [router]);
  const tenth = Math.floor(total / 10);
  return (
    <p role="status" className="sr-only">
      {t("progress", { read: tenth > 0 ? Math.floor(read / tenth) * tenth : 0, total })}
    </p>
  );
}
