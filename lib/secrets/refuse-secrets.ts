import { AppError } from "@/lib/errors/app-error";
import { findSecrets } from "./find-secrets";

/** A part of a field of a request, named without saying what it holds. */
export type SecretPart = { field: string; kind: string; from: number; to: number };

/**
 * Refuses texts that hold a secret which nobody writes by chance, unless a person has looked at exactly that part and said that
 * it is none.
 * @param cleared those parts, as an earlier refusal named them
 * @throws `secret_found` with `found`: field, kind and [from, to) in UTF-16 units, never the secret
 */
export function refuseSecrets(fields: Record<string, string | null | undefined>, cleared: SecretPart[] = []): void {
  const found = Object.entries(fields).flatMap(([field, text]) =>
    findSecrets(text ?? "").flatMap(({ kind, from, to, certain }) => (certain ? [{ field, kind, from, to }] : [])),
  );
  const unseen = found.filter((part) => !cleared.some((one) => isSame(one, part)));
  if (unseen.length > 0) throw new AppError("secret_found", { found });
}

const isSame = (a: SecretPart, b: SecretPart) =>
  a.field === b.field && a.kind === b.kind && a.from === b.from && a.to === b.to;
