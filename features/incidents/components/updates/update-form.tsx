"use client";
import { useSearchParams } from "next/navigation";
import { useEffect, useSyncExternalStore } from "react";
import { laterDialog } from "@/components/ui/later-dialog";
import { openUpdateForm, updateFormStore } from "./update-form-store";

const UpdateDialog = laterDialog(() => import("./update-dialog").then((module) => module.UpdateDialog));

/** The form for stakeholders, while somebody has asked for it; an address with `?update=1` does. */
export function UpdateForm() {
  const open = useSyncExternalStore(updateFormStore.subscribe, updateFormStore.isOpen, () => false);
  const wanted = useSearchParams().get("update") === "1";
  useEffect(() => {
    if (wanted) openUpdateForm();
    return () => openUpdateForm(false);
  }, [wanted]);
  return open ? <UpdateDialog onClose={() => openUpdateForm(false)} /> : null;
}
