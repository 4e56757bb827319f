import { randomInt } from "node:crypto";
import { hash as argon2, verify } from "@node-rs/argon2";

// OWASP Password Storage Cheat Sheet: argon2id (the library's default) with 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const today = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/;

export const hashPassword = (password: string): Promise<string> => argon2(password, cost);

let dummy: Promise<string> | undefined;

/**
 * Whether the password is the one of this hash. Without a hash (unknown e-mail, no password set) it does the same work and
 * says no, so that the time it takes does not tell which e-mails exist.
 */
export async function verifyPassword(hash: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword(newPassword());
  const right = await verify(hash ?? (await dummy), password);
  return right && hash !== null;
}

/** Whether a hash was made with other costs than today's. */
export const isOutdated = (hash: string): boolean => !today.test(hash);

// Without 0/O, 1/l/I: it is read aloud and typed by hand.
const alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

/** A password for one hand-over: 100 random bits, in groups. */
export const newPassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join("")).join(
    "-",
  );
