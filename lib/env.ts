import path from "node:path";
import { z } from "zod";

const optional = z
  .string()
  .optional()
  .transform((value) => value?.trim() || undefined);

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
}

const Env = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  DATA_DIR: z.string().default(".data"),
  CONTENT_DIR: z.string().default("content"),
  /** A git remote that the content is shared through. */
  CONTENT_REMOTE: optional.refine((url) => url === undefined || !url.startsWith("-"), {
    message: "is no address of a git remote",
  }),
  /** The remote's branch; the one that the content folder stands on when unset. */
  CONTENT_BRANCH: optional.refine((name) => name === undefined || /^(?!-)[\w./-]+$/.test(name), {
    message: "is no name of a branch",
  }),
  /** What the host of that remote signs its calls with when somebody pushed. */
  CONTENT_WEBHOOK_SECRET: optional.refine((secret) => secret === undefined || secret.length >= 16, {
    message: "is too short to keep anybody out; give at least 16 characters, e.g. from openssl rand -hex 32",
  }),
  DATABASE_URL: optional,
  NEXTAUTH_URL: optional,
  NEXTAUTH_SECRET: optional,
  ADMIN_EMAIL: optional,
  ADMIN_PASSWORD: optional,
  READ_ACCESS: z.enum(["public", "members"]).default("public"),
  /** IANA name of the zone whose clocks scheduled drills go by; the machine's own when unset. */
  TIME_ZONE: optional.refine((zone) => zone === undefined || isTimeZone(zone), {
    message: "is no time zone that this machine knows; give an IANA name such as Europe/Madrid",
  }),
  /** Whether the external links of runbooks are asked for once a day. */
  LINK_CHECK: z.enum(["on", "off"]).default("on"),
  /** Whether private, loopback and link-local addresses are asked, too. */
  LINK_CHECK_PRIVATE: z.enum(["on", "off"]).default("off"),
  /** Day and hour of the weekly reminders in `TIME_ZONE`, e.g. `mon 09:00`; `off` for none. */
  REMINDERS: z
    .string()
    .regex(/^(?:off|(?:mon|tue|wed|thu|fri|sat|sun) (?:[01]\d|2[0-3]):[0-5]\d)$/, {
      message: "is neither a day and an hour such as mon 09:00, nor off",
    })
    .default("mon 09:00"),
  /** Hours of the day in `TIME_ZONE` in which nobody is reminded, e.g. `20:00-08:00`; `off` for none. */
  QUIET_HOURS: z
    .string()
    .regex(/^(?:off|(?:[01]\d|2[0-3]):[0-5]\d-(?:[01]\d|2[0-3]):[0-5]\d)$/, {
      message: "is neither two times such as 20:00-08:00, nor off",
    })
    .default("20:00-08:00"),
  /** Number of reverse proxies in front whose `x-forwarded-for` is believed; 0 believes nobody. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  OIDC_ISSUER: optional,
  OIDC_CLIENT_ID: optional,
  OIDC_CLIENT_SECRET: optional,
  OIDC_NAME: optional,
  /** Role of somebody who signs in through OIDC for the first time. */
  OIDC_DEFAULT_ROLE: z.enum(["viewer", "responder", "editor", "admin"]).default("viewer"),
});

export type Env = z.infer<typeof Env>;

const names = Object.keys(Env.shape);
let last: { values: (string | undefined)[]; env: Env; filledIn: number | undefined } | null = null;

// On globalThis, because Next loads this module more than once in a process.
const shared = globalThis as typeof globalThis & { bitacoraFilledIn?: number };

/**
 * Says that from here on only `fillIn` changes settings in this process: they are read again after that and not at each call. A request
 * asks for them a dozen times, and reading the environment is slow.
 */
export function settingsAreSettled(): void {
  shared.bitacoraFilledIn ??= 0;
}

/** Gives a setting that nobody gave its value, for this process and those that it starts. */
export function fillIn(name: keyof Env | "BITACORA_BUILD", value: string): void {
  Object.assign(process.env, { [name]: value });
  if (shared.bitacoraFilledIn !== undefined) shared.bitacoraFilledIn += 1;
}

/**
 * Settings of this process. Until they are settled they are read at each call, and checked again only where one has changed.
 * @throws Error naming each variable that is wrong and what it may be.
 */
export function env(source: Record<string, string | undefined> = process.env): Env {
  const filledIn = source === process.env ? shared.bitacoraFilledIn : undefined;
  if (last && filledIn !== undefined && last.filledIn === filledIn) return last.env;
  if (last && filledIn === undefined && names.every((name, at) => source[name] === last?.values[at])) return last.env;
  const values = names.map((name) => source[name]);
  const parsed = Env.safeParse(Object.fromEntries(names.map((name, at) => [name, values[at] || undefined])));
  if (parsed.success) {
    last = { values, env: parsed.data, filledIn };
    return parsed.data;
  }
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`These settings cannot be used (see .env.example):\n${lines.join("\n")}`);
}

/** Absolute path inside `DATA_DIR`. */
export const dataPath = (...parts: string[]) => path.resolve(/* turbopackIgnore: true */ env().DATA_DIR, ...parts);

/** Absolute path inside `CONTENT_DIR`. */
export const contentPath = (...parts: string[]) =>
  path.resolve(/* turbopackIgnore: true */ env().CONTENT_DIR, ...parts);
