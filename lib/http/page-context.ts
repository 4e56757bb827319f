import { headers } from "next/headers";
import { sessionActor } from "@/lib/auth/session";
import type { Ctx } from "@/lib/context";
import { database } from "@/lib/db/client";
import { localeOf } from "./endpoint";

/** The context of a page or server action: the signed-in person, or nobody. Only reading `db` needs the database. */
export async function pageContext(): Promise<Ctx> {
  const request = new Request("http://portal.invalid/", { headers: new Headers(await headers()) });
  return {
    get db() {
      return database();
    },
    actor: await sessionActor(request),
    now: () => new Date(),
    source: "web",
    locale: localeOf(request),
  };
}
