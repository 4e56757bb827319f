import { isViewer } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/request-actor";
import { isAppError } from "@/lib/errors/app-error";
import type { EventStream } from "./event-stream";

const recheckMs = 30_000;

/** A stream outlives its request's check: it ends soon after the session or token does. */
export function closeWhenRevoked(request: Request, stream: EventStream): void {
  const recheck = setInterval(async () => {
    try {
      if (!isViewer(await actorOf(request))) stream.close();
    } catch (error) {
      // With the database away nobody can be checked, and nothing can be read either.
      if (isAppError(error) && error.status === 401) stream.close();
    }
  }, recheckMs);
  stream.signal.addEventListener("abort", () => clearInterval(recheck), { once: true });
}
