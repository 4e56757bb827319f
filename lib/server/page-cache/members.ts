import { createHash } from "node:crypto";
import { sessionActor } from "@/lib/auth/session";
import { sessionCookie } from "@/lib/auth/session-token";
import { cookieValue } from "./look";

/** For how long an answer is reused, in milliseconds; the database's answer about a person is itself up to 4 s old (lib/auth/standing.ts). */
const freshMs = 2_000;
const mostKept = 5_000;

/** Who reads where only members may: the person's id, or null for nobody. */
export type Members = {
  /** What was found out within the last seconds; undefined for "ask". */
  known: (cookie: string | undefined) => string | null | undefined;
  ask: (cookie: string | undefined) => Promise<string | null>;
};

/** Asks about a session at most once in two seconds. Keeps no cookie: only its hash. */
export function members(
  actorOf: (request: Request) => Promise<{ id: string | null }> = sessionActor,
  now: () => number = Date.now,
): Members {
  const name = sessionCookie();
  const answers = new Map<string, { until: number; reader: string | null }>();
  const keyOf = (cookie: string) => {
    const session = cookie.includes(name) ? cookieValue(cookie, name) : undefined;
    return session ? createHash("sha256").update(session).digest("base64") : null;
  };
  return {
    known(cookie) {
      const key = cookie === undefined ? null : keyOf(cookie);
      if (key === null) return null;
      const answer = answers.get(key);
      return answer && answer.until > now() ? answer.reader : undefined;
    },
    async ask(cookie) {
      const key = cookie === undefined ? null : keyOf(cookie);
      if (key === null || cookie === undefined) return null;
      const until = now() + freshMs;
      const { id } = await actorOf(new Request("http://portal.invalid/", { headers: { cookie } }));
      if (answers.size >= mostKept) answers.clear();
      answers.set(key, { until, reader: id });
      return id;
    },
  };
}
