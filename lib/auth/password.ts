import { randomInt } from "node:crypto";
import argon2 from "argon2";

// OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane.
const cost = { type: argon2.argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => argon2.hash(password, cost);

let dummy: Promise<string> | undefined;

/**
 * Whether the password is the one of this hash. Without a hash (unknown e-mail, no password set) it does the same work and
 * says no, so that the time it takes does not tell which e-mails exist.
 */
export async function verifyPassword(hash: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword(newPassword());
  const right = await argon2.verify(hash ?? (await dummy), password);
  return right && hash !== null;
}

/** Whether a hash was made with other costs than today's. */
export const isOutdated = (hash: string): boolean => argon2.needsRehash(hash, cost);

// Without 0/O, 1/l/I: it is read aloud and typed by hand.
const alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

/** A password for one hand-over: 100 random bits, in groups. */
export const newPassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join("")).join(
    "-",
  );
