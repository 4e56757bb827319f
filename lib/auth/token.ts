import { createHash, randomBytes } from "node:crypto";

/** A new API token: 256 random bits behind a prefix that scanners recognise. Shown once, kept as its hash. */
export const newToken = (): string => `bit_${randomBytes(32).toString("base64url")}`;

/** SHA-256, hex. Enough for 256 random bits; passwords get argon2id. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/** What a list shows of a token. */
export const hintOf = (token: string): string => `${token.slice(0, 8)}…`;
