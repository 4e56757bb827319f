"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { call } from "@/lib/http/client";
import { DifferenceView } from "../../../editor/components/difference-view";
import { withExistingMatter } from "../../batch/existing-matter";

type Source = { text: string; blob: string | null };
type Props = {
  open: boolean;
  path: string;
  /** The runbook that the import came to. */
  text: string;
  onClose: () => void;
  /** @param written the text, where the front matter of the runbook there is kept */
  onTake: (blob: string, written: string | null) => void;
};

/** What an import would change of the runbook that is there, before it may take its place. */
export function UpdateDialog({ open, path, text, onClose, onTake }: Props) {
  const t = useTranslations("runbookImport.update");
  const [there, setThere] = useState<Source | "failed" | null>(null);
  const [keeps, setKeeps] = useState(true);
  useEffect(() => {
    if (!open) return;
    setThere(null);
    void call<Source>("GET", `/api/v1/runbooks/${path}`).then((answer) =>
      setThere(answer.ok ? answer.value : "failed"),
    );
  }, [open, path]);
  const source = there === null || there === "failed" ? null : there;
  const result = source && keeps ? withExistingMatter(source.text, text) : text;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("title", { path })}
      size="xl"
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            variant="primary"
            disabled={!source?.blob}
            onClick={() => source?.blob && onTake(source.blob, keeps ? result : null)}
          >
            {t("take")}
          </Button>
        </>
      }
    >
      {there === null && <p className="text-muted">{t("loading")}</p>}
      {(there === "failed" || (source && !source.blob)) && <p className="text-danger">{t("failed")}</p>}
      {source?.blob && (
        <div className="grid gap-3">
          <p>{t("hint")}</p>
          <label className="flex items-center gap-2">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={keeps}
              onChange={(event) => setKeeps(event.target.checked)}
            />
            {t("keepMatter")}
          </label>
          <DifferenceView before={source.text} after={result} label={t("title", { path })} />
        </div>
      )}
    </Dialog>
  );
}
