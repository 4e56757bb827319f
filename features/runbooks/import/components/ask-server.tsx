import { call } from "@/lib/http/client";
import type { Analysis } from "../analysis/schema";
import type { ImportItem } from "../batch/batch";
import { companionsOf, questionOf } from "../batch/compose";
import type { HandedFile, HandedOver } from "../hand-over/schema";
import type { PublishedImport } from "../publication/schema";

export type Answer<T> = { ok: true; value: T } | { ok: false; code: string; details: Record<string, unknown> };

/** Milliseconds that a text may wait for its turn. */
const patience = () => AbortSignal.timeout(120_000);

/** The bytes of a file as base64. */
function base64Of(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

export const analysisKey = (item: ImportItem, items: readonly ImportItem[]) => JSON.stringify(questionOf(item, items));

/** What the server says of one text. */
export function askAnalysis(item: ImportItem, items: readonly ImportItem[]): Promise<Answer<Analysis>> {
  const body = { ...questionOf(item, items), base64: base64Of(item.bytes ?? new Uint8Array()) };
  return call<Analysis>("POST", "/api/v1/runbook-imports", body, patience());
}

export type Publishing = { importId: string; message: string; onProgress: (done: number, all: number) => void };
/** What stopped a publication, and which file if it was one. */
export type Stopped = { ok: false; code: string; details: Record<string, unknown>; place: string | null };

/** Hands everything over, file by file, and publishes it as one commit. Nothing is published if anything is refused. */
export async function publishItems(
  chosen: readonly ImportItem[],
  items: readonly ImportItem[],
  { importId, message, onProgress }: Publishing,
): Promise<{ ok: true; value: PublishedImport } | Stopped> {
  const companions = companionsOf(chosen, items);
  const all = chosen.length + companions.length + 1;
  const base = `/api/v1/runbook-imports/${importId}`;
  const named = new Map<string, HandedFile>();
  let done = 0;
  for (const { from, to } of companions) {
    const bytes = items.find(({ place }) => place === from)?.bytes;
    const answer = await sendFile(`${base}/files?${new URLSearchParams({ file: to, source: from })}`, bytes ?? null);
    if (!answer.ok) return { ...answer, place: from };
    named.set(to, answer.value);
    onProgress(++done, all);
  }
  for (const item of chosen) {
    const { path, ...question } = questionOf(item, items);
    const body = {
      ...{ ...question, addresses: renamed(question.addresses, item.choice.service, named) },
      ...{ base64: base64Of(item.bytes ?? new Uint8Array()), baseBlob: item.choice.update?.blob ?? null },
    };
    const answer = await call<HandedOver>("PUT", `${base}/runbooks/${path}`, body, patience());
    if (!answer.ok) return { ...answer, place: item.place };
    onProgress(++done, all);
  }
  const files = [...named.values()].filter(({ there }) => !there).map(({ file }) => file);
  const body = { message, runbooks: chosen.map((item) => `${item.choice.service}/${item.choice.file}`), files };
  const answer = await call<PublishedImport>("POST", `${base}/publication`, body, patience());
  onProgress(all, all);
  return answer.ok ? answer : { ...answer, place: null };
}

/** A file whose name was taken got another one: the texts follow it. */
function renamed(addresses: Readonly<Record<string, string>>, service: string, named: ReadonlyMap<string, HandedFile>) {
  const follow = (address: string) => {
    const [, path = "", tail = ""] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
    const handed = named.get(`${service}/${decodeURI(path)}`);
    return handed ? encodeURI(handed.file.slice(service.length + 1)) + tail : address;
  };
  return Object.fromEntries(
    Object.entries(addresses).map(([from, to]) => [from, to.startsWith("/") ? to : follow(to)]),
  );
}

async function sendFile(path: string, bytes: Uint8Array<ArrayBuffer> | null): Promise<Answer<HandedFile>> {
  try {
    const response = await fetch(path, { method: "PUT", body: bytes ? new Blob([bytes]) : null, signal: patience() });
    const value = await response.json();
    return response.ok
      ? { ok: true, value }
      : { ok: false, code: value.code ?? "internal", details: value.details ?? {} };
  } catch {
    return { ok: false, code: "offline", details: {} };
  }
}
