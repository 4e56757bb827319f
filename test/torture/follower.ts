import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Target } from "./writer";

export type Follower = {
  /** Numbers of the entries in the order in which they came. */
  seen: number[];
  /** How often it had to connect again. */
  reconnects: number;
  stop: () => void;
};

/** Follows a timeline as a browser does: when the connection ends it comes back to any portal, with the last number it saw. */
export function follow({ urls, token, key }: Target): Follower {
  const ended = new AbortController();
  const follower: Follower = { seen: [], reconnects: -1, stop: () => ended.abort() };
  void keepFollowing();
  return follower;

  async function keepFollowing() {
    while (!ended.signal.aborted) {
      follower.reconnects += 1;
      const all = urls();
      const url = `${all[randomInt(all.length)]}/api/v1/incidents/${key}/stream`;
      const last = String(follower.seen.at(-1) ?? 0);
      const headers = { authorization: `Bearer ${token}`, "last-event-id": last };
      await read(url, headers).catch(() => {});
      await sleep(100 + randomInt(400));
    }
  }

  async function read(url: string, headers: Record<string, string>) {
    const answer = await fetch(url, { headers, signal: ended.signal });
    if (!answer.ok || !answer.body) return void (await answer.body?.cancel());
    let rest = "";
    for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) if (line.startsWith("id: ")) follower.seen.push(Number(line.slice(4)));
    }
  }
}
