import { typeOf } from "../../files/schema";
import { isText, limits, refusalCodeOfPath } from "../sources/source-file";
import type { ZipFault } from "../zip/directory";
import type { EntryRefusal } from "../zip/entries";

export type Refusal =
  | EntryRefusal
  | ZipFault
  | "too-large"
  | "kind"
  | "damaged-entry"
  | "too-many"
  | "too-much"
  | "empty";

/** A file as it came in. */
export type Intake = {
  /** Its place in what was given, `/` between the parts. */
  place: string;
  kind: "text" | "file";
  size: number;
  /** Null where it was refused. */
  bytes: Uint8Array<ArrayBuffer> | null;
  refusal: Refusal | null;
};

/** Files of one import in a browser, and bytes of all of them. */
export const browserLimits = { files: 2_000, bytes: limits.archive };

/** Why a file is not taken, before it is read; null for one that is. */
export function refusalOfFile(place: string, size: number): Refusal | null {
  const path = refusalCodeOfPath(place);
  if (path) return path;
  if (isText(place)) return size > limits.text ? "too-large" : size === 0 ? "empty" : null;
  if (!typeOf(place)) return "kind";
  return size > limits.other ? "too-large" : null;
}

export const refusedFile = (place: string, size: number, refusal: Refusal): Intake => ({
  place: place.slice(0, 400).replace(/\p{Cc}/gu, "?"),
  kind: isText(place) ? "text" : "file",
  size,
  bytes: null,
  refusal,
});
