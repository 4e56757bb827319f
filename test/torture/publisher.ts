import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

/** Portals to publish through, as an editor's token, and the runbooks that all of them write to. */
export type Publishing = { urls: () => string[]; token: string; paths: string[] };

/** A publication that was answered: the line that it added, and what the answer named. */
export type Acknowledged = { path: string; line: string; commit: string; blob: string };

export type Ledger = {
  acknowledged: Acknowledged[];
  /** Times that another text was there and a clean three-way merge was published. */
  merged: number;
  /** Times that the same place was changed on both sides, and the answer held both texts. */
  conflicts: number;
  /** Times that no answer came, or one of a portal that was going down. */
  unanswered: number;
  /** Of those, the ones that turned out to be published. */
  found: number;
};

export const sections = ["uno", "dos", "tres", "cuatro", "cinco", "seis"];

/** A runbook with a list per section, for lines to be added to. */
export const tortured = (title: string) => `---
title: ${title}
service: tortura
lang: es
owner: Equipo
---

${sections.map((name) => `## Lista ${name}\n\n- primera de ${name}\n- última de ${name}\n`).join("\n")}
<Procedure id="p" title="${title}">
<Remediation>
<Step id="resto" title="Lo que queda por hacer" />
</Remediation>
</Procedure>
`;

/** Adds a line to one of the lists, in its middle. */
const withLine = (text: string, section: string, line: string) =>
  text.replace(`- última de ${section}\n`, `${line}\n- última de ${section}\n`);

type Source = { text: string; blob: string };
type Conflict = { theirs: Source | null; base: Source | null; merged: { text: string; conflicts: number } | null };
type Answer = { status: number; body: { commit: string; blob: string; code?: string; details: Conflict } };

export const newLedger = (): Ledger => ({ acknowledged: [], merged: 0, conflicts: 0, unanswered: 0, found: 0 });

/** Adds one line after the other, each published until that is answered, as an editor that must not lose a word does. */
export async function publishWhile(
  going: () => boolean,
  target: Publishing,
  name: string,
  ledger: Ledger,
): Promise<void> {
  for (let n = 1; going(); n += 1) {
    const path = target.paths[randomInt(target.paths.length)] as string;
    const section = sections[randomInt(sections.length)] as string;
    await publishLine(path, section, `- línea ${n} de ${name}.`);
  }

  async function publishLine(path: string, section: string, line: string): Promise<void> {
    let base = await sourceOf(path);
    if (!base) return;
    let text = withLine(base.text, section, line);
    while (going()) {
      const answer = await put(path, { text, baseBlob: base.blob, message: line });
      if (answer?.status === 200) {
        ledger.acknowledged.push({ path, line, commit: answer.body.commit, blob: answer.body.blob });
        return;
      }
      if (!answer) {
        ledger.unanswered += 1;
        await sleep(50 + randomInt(200));
        continue;
      }
      const { base: from, theirs, merged } = answer.body.details;
      if (answer.body.code !== "stale_base" || !theirs || !merged || from?.text !== base.text) {
        throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
      }
      if (theirs.text.includes(`${line}\n`)) {
        ledger.found += 1;
        return;
      }
      ledger[merged.conflicts === 0 ? "merged" : "conflicts"] += 1;
      text = merged.conflicts === 0 ? merged.text : withLine(theirs.text, section, line);
      base = theirs;
    }
  }

  async function sourceOf(path: string): Promise<Source | null> {
    while (going()) {
      const answer = await request(path, { method: "GET" });
      if (answer?.ok) return (await answer.json().catch(() => null)) as Source | null;
      await sleep(50 + randomInt(200));
    }
    return null;
  }

  async function put(path: string, body: object): Promise<Answer | null> {
    const response = await request(path, { method: "PUT", body: JSON.stringify(body) });
    if (!response || response.status >= 500 || response.status === 429) return null;
    const answered = (await response.json().catch(() => null)) as Answer["body"] | null;
    return answered && { status: response.status, body: answered };
  }

  function request(path: string, init: RequestInit): Promise<Response | null> {
    const urls = target.urls();
    const headers = { authorization: `Bearer ${target.token}`, "content-type": "application/json" };
    const signal = AbortSignal.timeout(30_000);
    const url = `${urls[randomInt(urls.length)]}/api/v1/runbooks/${path}`;
    return fetch(url, { ...init, headers, signal }).catch(() => null);
  }
}
