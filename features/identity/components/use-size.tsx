"use client";
import { useFormatter } from "next-intl";
import { sizeParts } from "@/components/ui/file-size";

/** Writes a number of bytes for people, in the reader's language. */
export function useSize(): (bytes: number) => string {
  const format = useFormatter();
  return (bytes) => {
    const { value, unit } = sizeParts(bytes);
    return format.number(value, { style: "unit", unit, unitDisplay: unit === "byte" ? "long" : "short" });
  };
}
