"use client";
import type { ComponentProps } from "react";
import { classes } from "./classes";
import { useFieldProps } from "./field";
import { controlLook } from "./input";

/** Grows with its text where the browser can (`field-sizing`), else scrolls. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      {...useFieldProps()}
      rows={rows}
      className={classes(controlLook, "block field-sizing-content max-h-[60vh] px-3 py-2", className)}
      {...rest}
    />
  );
}
