import { setTimeout as sleep } from "node:timers/promises";
import type { Ctx } from "@/lib/context";
import { isAppError } from "@/lib/errors/app-error";
import { log } from "@/lib/log";
import { subscribe } from "@/lib/realtime/listener";
import { syncContent } from "../commands";
import { nextAttempt, type RemoteStatus } from "../status";

/** A short wait lets several notices be one look. Milliseconds. */
const settleMs = 100;

/**
 * Keeps this instance and the remote at the same commit until it is stopped: at the start, each minute, soon when another
 * instance says that it pushed, and with growing pauses while the remote does not answer. Never throws.
 */
export function followRemote(context: () => Ctx): {
  stop: () => Promise<void>;
  /** Looks now, and resolves when a look that began after the call has ended. */
  look: () => Promise<RemoteStatus["state"]>;
} {
  let stopped = false;
  /** Somebody asked for a look; one that is asked for during a look is made after it. */
  let asked = false;
  let wake = () => {};
  let last: RemoteStatus["state"] = "none";
  let waiting: ((state: RemoteStatus["state"]) => void)[] = [];
  const ask = () => {
    asked = true;
    wake();
  };
  const subscription = subscribe("content", ask);

  async function attempt(): Promise<{ state: RemoteStatus["state"]; pause: number }> {
    try {
      const status = await syncContent(context());
      if (status.state !== last) log.info("the content's remote", { was: last, is: status.state, why: status.why });
      last = status.state;
      return { state: last, pause: nextAttempt(status) };
    } catch (error) {
      // With the database away nobody can publish either; what waits is seen to when it is back.
      if (!isAppError(error)) log.error("the content's remote could not be followed", { error });
      return { state: "waiting", pause: nextAttempt({ state: "waiting", failures: 1 }) };
    }
  }
  async function work(): Promise<void> {
    while (!stopped) {
      asked = false;
      const told = waiting;
      waiting = [];
      const { state, pause } = await attempt();
      for (const tell of told) tell(state);
      if (!asked && !stopped) await rest(pause);
      if (!stopped) await sleep(asked ? settleMs : 0);
    }
  }
  const rest = (pause: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pause);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const working = work();
  return {
    look() {
      if (stopped) return Promise.resolve(last);
      return new Promise((resolve) => {
        waiting.push(resolve);
        ask();
      });
    },
    async stop() {
      stopped = true;
      subscription.stop();
      wake();
      await working;
      for (const tell of waiting) tell(last);
    },
  };
}
