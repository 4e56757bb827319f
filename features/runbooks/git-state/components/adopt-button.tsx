"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { call } from "@/lib/http/client";
import type { Adopted, ByHandFile } from "../schema";

type Props = {
  files: ByHandFile[];
  label: string;
  /** What it does, for who does not see what it stands beside. */
  describedAs?: string;
  /** Message of the commit. */
  message: string;
  /** What is said when it is done, and when it failed for no reason that has words. */
  done: string;
  failed: string;
};

/** Commits these files as they lie on the server, in the name of whoever presses it. */
export function AdoptButton({ files, label, describedAs, message, done, failed }: Props) {
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const adopt = async () => {
    setBusy(true);
    const answer = await call<Adopted>("POST", "/api/v1/content-state", { files, message });
    setBusy(false);
    if (answer.ok) toast({ title: done, tone: "success" });
    else toast({ title: answer.title || failed, tone: "danger" });
    router.refresh();
  };
  return (
    <Button size="sm" disabled={busy} aria-label={describedAs} onClick={() => void adopt()}>
      {label}
    </Button>
  );
}
