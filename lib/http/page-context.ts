import { headers } from "next/headers";
import { anyReader } from "@/lib/auth/actor";
import { sessionActor, sessionWasEnded } from "@/lib/auth/session";
import type { Ctx } from "@/lib/context";
import { database } from "@/lib/db/client";
import { isCaptured } from "./capture";
import { localeOf } from "./endpoint";

/** The context of a page or server action: the signed-in person, or nobody. Only reading `db` needs the database. */
export async function pageContext(): Promise<Ctx> {
  const request = await pageRequest();
  return {
    get db() {
      return database();
    },
    actor: isCaptured() ? anyReader : await sessionActor(request),
    now: () => new Date(),
    source: "web",
    locale: localeOf(request),
  };
}

/** @see sessionWasEnded */
export const pageSessionEnded = async (): Promise<boolean> => sessionWasEnded(await pageRequest());

const pageRequest = async () => new Request("http://portal.invalid/", { headers: new Headers(await headers()) });
