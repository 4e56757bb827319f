"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { scrollable } from "@/components/ui/scrollable";
import { BulkLine } from "./bulk-line";
import { useBulk } from "./use-bulk";

type BulkDialogProps = { text: string; onClose: () => void; onDone: (count: number) => void };

/** Pasted lines as the entries that they become: each with its time, its kind, and whether it comes along. */
export function BulkDialog({ text, onClose, onDone }: BulkDialogProps) {
  const t = useTranslations("incidents.quickEntry.bulk");
  const { rows, taken, change, secrets, mask, setMask, state, send, ready } = useBulk(text, onDone);
  const count = taken.length;
  const busy = state === "sending";
  return (
    <Dialog
      open
      size="xl"
      title={t("title", { count })}
      onClose={onClose}
      footer={
        <Button
          variant="primary"
          disabled={busy || count === 0 || !ready}
          onClick={() => void send(t("label", { count }))}
        >
          {busy ? t("sending") : t("send", { count })}
        </Button>
      }
    >
      <p className="mb-2 text-sm text-muted">{t("zone", { zone: zoneName() })}</p>
      {secrets > 0 && (
        <Notice tone="warning" title={t("secrets", { count: secrets })} className="mb-2">
          <label className="flex items-center gap-2">
            <input type="checkbox" checked={mask} onChange={({ target }) => setMask(target.checked)} />
            {t("mask")}
          </label>
        </Notice>
      )}
      {typeof state === "object" && (
        <Notice tone="danger" live className="mb-2">
          {t("failed", { why: state.failed })}
        </Notice>
      )}
      <div {...scrollable} className="max-h-[55dvh] overflow-auto">
        <table className="w-full text-sm">
          <thead className="text-left text-muted">
            <tr>
              <th className="p-1 font-medium">{t("take")}</th>
              <th className="p-1 font-medium">{t("when")}</th>
              <th className="p-1 font-medium">{t("what")}</th>
              <th className="w-full p-1 font-medium">{t("text")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <BulkLine key={row.id} row={row} number={at + 1} onChange={(to) => change(row.id, to)} />
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}

/** `Europe/Madrid (UTC+1)` */
function zoneName(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "shortOffset" });
  const offset = format.formatToParts(new Date()).find(({ type }) => type === "timeZoneName")?.value;
  return `${timeZone} (${(offset ?? "UTC").replace("GMT", "UTC")})`;
}
