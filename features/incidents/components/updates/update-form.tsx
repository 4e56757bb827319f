"use client";
import { useSyncExternalStore } from "react";
import { UpdateDialog } from "./update-dialog";
import { openUpdateForm, updateFormStore } from "./update-form-store";

/** The form for stakeholders, while somebody has asked for it. */
export function UpdateForm() {
  const open = useSyncExternalStore(updateFormStore.subscribe, updateFormStore.isOpen, () => false);
  return open ? <UpdateDialog onClose={() => openUpdateForm(false)} /> : null;
}
