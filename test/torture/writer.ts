import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { v7 } from "uuid";

export type Target = { urls: () => string[]; token: string; key: string };
export type Written = { id: string; body: string };

/**
 * Writes one entry after the other until `until`, and tells which were acknowledged. Whatever is not acknowledged is sent again
 * with the same id, to whichever portal answers, as a client that must not lose anything does.
 */
export async function writeUntil(until: number, { urls, token, key }: Target, name: string): Promise<Written[]> {
  const acknowledged: Written[] = [];
  for (let n = 1; Date.now() < until; n++) {
    const entry = { id: v7(), body: `${name}: ${n}` };
    if (!(await send(entry, until))) break;
    acknowledged.push(entry);
  }
  return acknowledged;

  async function send(entry: Written, until: number): Promise<boolean> {
    while (Date.now() < until) {
      const all = urls();
      const url = all[randomInt(all.length)] as string;
      const answer = await fetch(`${url}/api/v1/incidents/${key}/timeline`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify(entry),
        signal: AbortSignal.timeout(10_000),
      }).catch(() => null);
      if (answer?.ok) return true;
      const refusal = answer && answer.status < 500 ? await answer.text() : "";
      if (refusal) throw new Error(`${answer?.status}: ${refusal}`);
      await sleep(20 + randomInt(200));
    }
    return false;
  }
}
