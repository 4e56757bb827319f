import { v7 } from "uuid";
import { reEncoded } from "@/lib/files/re-encode";
import { maskedCopy } from "@/lib/secrets/masked-file";
import type { AttachedFile } from "../../evidence/api";
import type { RunView } from "../../schema";
import { upload } from "./upload";

/** A file on its way. `asking`: secrets were found in it; `waiting`: to be sent again; `refused`: for the person to decide. */
export type Upload = {
  /** Id of the attachment: sending it twice is one. */
  id: string;
  stepId: string;
  name: string;
  file: File;
  state: "preparing" | "asking" | "sending" | "waiting" | "refused";
  /** 0 to 1. */
  share: number;
  /** Why it was refused, in the reader's language. */
  why: string;
  runId: string;
  onRun: (run: RunView) => void;
};

const retryMs = 5_000;
const mostBytes = 25 * 1024 * 1024;

// Of the page and not of a component: a file goes on being sent while another step is on screen.
let uploads: readonly Upload[] = [];
const listeners = new Set<() => void>();

export const currentUploads = (): readonly Upload[] => uploads;

export function subscribeToUploads(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function keep(next: readonly Upload[]): void {
  uploads = next;
  window.onbeforeunload = next.length > 0 ? (event) => event.preventDefault() : null;
  for (const listener of listeners) listener();
}

const change = (id: string, to: Partial<Upload>) =>
  keep(uploads.map((one) => (one.id === id ? { ...one, ...to } : one)));

export const discardUpload = (id: string) => keep(uploads.filter((one) => one.id !== id));

type Target = Pick<Upload, "runId" | "stepId" | "onRun">;

/** Takes a file up: draws pictures anew, looks for secrets in text, and sends it. @param tooLarge what to say of one that is */
export async function addUpload(given: File, target: Target, tooLarge: string): Promise<void> {
  const id = v7();
  const name = given.name || "image.png";
  keep([...uploads, { ...target, id, name, file: given, state: "preparing", share: 0, why: "" }]);
  const file = await reEncoded(given);
  if (file.size > mostBytes) return change(id, { state: "refused", why: tooLarge });
  change(id, { file, name: file.name || name });
  if ((await maskedCopy(file)) !== null) return change(id, { state: "asking" });
  await sendUpload(id);
}

/** Sends the file with its secrets masked. */
export async function sendMasked(id: string): Promise<void> {
  const one = uploads.find((each) => each.id === id);
  const masked = one && (await maskedCopy(one.file));
  if (masked) change(id, { file: masked });
  await sendUpload(id);
}

export async function sendUpload(id: string): Promise<void> {
  const one = uploads.find((each) => each.id === id);
  if (!one || one.state === "sending") return;
  change(id, { state: "sending", share: 0, why: "" });
  const query = new URLSearchParams({ id, name: one.name });
  const path = `/api/v1/runs/${one.runId}/steps/${encodeURIComponent(one.stepId)}/attachments?${query}`;
  const answer = await upload<AttachedFile>(path, one.file, (share) => change(id, { share }));
  if (answer.ok) {
    one.onRun(answer.value.run);
    return discardUpload(id);
  }
  const lost = ["offline", "internal", "database_unavailable", "rate_limited"].includes(answer.code);
  change(id, { state: lost ? "waiting" : "refused", why: answer.title });
  if (lost) setTimeout(() => void retryWaiting(id), retryMs);
}

const retryWaiting = async (id: string) => {
  if (uploads.find((one) => one.id === id)?.state === "waiting") await sendUpload(id);
};
