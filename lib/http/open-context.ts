import { system } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { database } from "@/lib/db/client";
import { localeOf } from "./endpoint";

/** The context of a request that is let in by what it knows and not by who sends it: the portal itself acts. */
export const openContext = (request: Request): Ctx => ({
  get db() {
    return database();
  },
  actor: system,
  now: () => new Date(),
  source: "system",
  locale: localeOf(request),
});
