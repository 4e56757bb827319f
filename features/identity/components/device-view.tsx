"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { useToast } from "@/components/ui/toast";
import type { Kept } from "@/lib/offline/worker/kept";
import { askWorker } from "@/lib/offline/worker-client";
import { KeptList } from "./kept-list";
import { useSize } from "./use-size";

/** What this device keeps for reading without network, how much that is, and the way to be rid of it. */
export function DeviceView() {
  const t = useTranslations("offlineDevice");
  const toast = useToast();
  const size = useSize();
  const [copies, setCopies] = useState<Kept[] | null>(null);
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    void askWorker<Kept[]>({ type: "list" }).then((found) => setCopies(found ?? []));
  }, []);

  const forget = async () => {
    setAsking(false);
    const done = await askWorker<boolean>({ type: "forget" });
    if (done) setCopies([]);
    toast({ title: t(done ? "forgotten" : "stillThere"), tone: done ? "success" : "danger" });
  };
  if (copies === null) return <p className="text-muted">{t("waiting")}</p>;
  if (copies.length === 0) return <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>;
  const bytes = copies.reduce((sum, copy) => sum + copy.bytes, 0);
  return (
    <>
      <div className="mb-6 flex flex-wrap items-center justify-between gap-3">
        <p role="status">{t("sum", { count: copies.length, size: size(bytes) })}</p>
        <Button variant="danger" onClick={() => setAsking(true)}>
          {t("forget")}
        </Button>
      </div>
      <KeptList copies={copies} />
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("forget")}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{t("cancel")}</Button>
            <Button variant="danger" onClick={forget}>
              {t("forget")}
            </Button>
          </>
        }
      >
        <p>{t("forgetText")}</p>
      </Dialog>
    </>
  );
}
