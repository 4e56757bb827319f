import type { Actor } from "@/lib/auth/actor";
import type { Db } from "@/lib/db/client";

export type Source = "web" | "api" | "alert" | "system";
export type Locale = "es" | "en";

/** What a command or query needs to know of its caller. */
export type Ctx = {
  db: Db;
  actor: Actor;
  /** The server's clock. */
  now: () => Date;
  source: Source;
  locale: Locale;
};
