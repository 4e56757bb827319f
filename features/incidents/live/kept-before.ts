import type { Outgoing } from "../quick/outgoing";

/** Entries as earlier versions kept them in the browser's local storage; anything else is dropped. */
export function keptBefore(text: string | null): Outgoing[] {
  try {
    const kept: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(kept) ? kept.filter(isOutgoing) : [];
  } catch {
    return [];
  }
}

const isOutgoing = (value: unknown): value is Outgoing =>
  typeof value === "object" &&
  value !== null &&
  ["id", "body", "writtenAt"].every((field) => typeof (value as Record<string, unknown>)[field] === "string");
