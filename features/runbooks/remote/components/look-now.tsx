"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { call } from "@/lib/http/client";

/** Looks at the remote now; the page then shows what it came to. */
export function LookNow({ label, failed }: { label: string; failed: string }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const look = async () => {
    setBusy(true);
    const answer = await call("POST", "/api/v1/content-remote", {});
    setFailure(answer.ok ? null : answer.title || failed);
    setBusy(false);
    router.refresh();
  };
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button disabled={busy} onClick={() => void look()}>
        {label}
      </Button>
      <p role="status" className="text-sm text-danger">
        {failure}
      </p>
    </div>
  );
}
