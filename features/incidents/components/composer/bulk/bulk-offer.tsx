"use client";
import { ListPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDeferredValue, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { laterDialog } from "@/components/ui/later-dialog";
import { ownTimeZone } from "@/components/ui/now";
import { useToast } from "@/components/ui/toast";
import { readLines } from "../../../bulk/read-lines";

const BulkDialog = laterDialog(() => import("./bulk-dialog").then((module) => module.BulkDialog));

/** Offers to make an entry of each line, when the text in the composer holds several with times. */
export function BulkOffer({ text, onAdded }: { text: string; onAdded: () => void }) {
  const t = useTranslations("incidents.quickEntry.bulk");
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const settled = useDeferredValue(text);
  const count = useMemo(
    () => (settled.includes("\n") ? readLines(settled, new Date(), ownTimeZone()).length : 0),
    [settled],
  );
  if (count < 2) return null;
  const done = (added: number) => {
    setOpen(false);
    onAdded();
    toast({ title: t("done", { count: added }), tone: "success" });
  };
  return (
    <>
      <p role="status" className="mt-1.5 flex flex-wrap items-center gap-2 text-sm">
        <ListPlus aria-hidden className="size-4 text-accent" />
        {t("offer", { count })}
        <Button size="sm" onClick={() => setOpen(true)}>
          {t("open", { count })}
        </Button>
      </p>
      {open && <BulkDialog text={text} onClose={() => setOpen(false)} onDone={done} />}
    </>
  );
}
