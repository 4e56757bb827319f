"use client";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import type { Inspect } from "../../editor/components/use-inspection";
import type { ImportStart } from "../import-start";

// It reads the browser's database, and brings an editor with it: it comes when somebody imports, and only in a browser.
const Desk = dynamic(() => import("./import-desk").then((module) => module.ImportDesk), {
  ssr: false,
  loading: () => <Loading />,
});

export function RunbookImport(props: { start: ImportStart; inspect: Inspect }) {
  return <Desk {...props} />;
}

function Loading() {
  return (
    <p role="status" className="min-h-96 text-muted">
      {useTranslations("runbookImport")("loading")}
    </p>
  );
}
