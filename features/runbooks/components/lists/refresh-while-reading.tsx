"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

const everyMs = 2_000;

/** Shows the page anew while the library is being read. @param told what whoever listens hears: it changes less often than the page does */
export function RefreshWhileReading({ told }: { told: string }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), everyMs);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <p role="status" className="sr-only">
      {told}
    </p>
  );
}
