"use client";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { classes } from "./classes";
import { useFieldProps } from "./field";
import { controlLook } from "./input";

/** The browser's own select: it works without JavaScript, by keyboard, and on a phone. */
export function Select({ className, children, ...rest }: ComponentProps<"select">) {
  return (
    <span className={classes("relative inline-flex w-full", className)}>
      <select {...useFieldProps()} className={classes(controlLook, "h-9 appearance-none truncate pr-8 pl-3")} {...rest}>
        {children}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute top-2.5 right-2.5 size-4 text-muted" />
    </span>
  );
}
