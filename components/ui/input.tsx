"use client";
import type { ComponentProps } from "react";
import { classes } from "./classes";
import { useFieldProps } from "./field";

export const controlLook =
  "w-full rounded border border-line-strong/70 bg-surface text-ink placeholder:text-muted hover:border-line-strong aria-invalid:border-danger disabled:opacity-55";

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input {...useFieldProps()} className={classes(controlLook, "h-9 px-3", className)} {...rest} />;
}
