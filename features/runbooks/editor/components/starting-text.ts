import type { EditorStart } from "../editor-start";
import { readLocalCopy } from "./local-copy";

/** What the editor opens with, and where that text was kept. */
export type StartingText = {
  text: string;
  baseBlob: string | null;
  /** Version of the draft on the server that this text continues; 0 for none. */
  version: number;
  from: "published" | "draft" | "browser";
  at: string | null;
};

/** The latest text of this person: what the browser kept, unless the draft on the server is newer; else the published one. */
export function startingText({ source, draft, person, path }: EditorStart & { path: string }): StartingText {
  const kept = readLocalCopy(person, path);
  const version = draft?.version ?? 0;
  if (kept && kept.text !== (draft?.text ?? source.text) && (!draft || kept.at > draft.updatedAt)) {
    return { text: kept.text, baseBlob: kept.baseBlob, version, from: "browser", at: kept.at };
  }
  if (draft && draft.text !== source.text) {
    return { text: draft.text, baseBlob: draft.baseBlob, version, from: "draft", at: draft.updatedAt };
  }
  return { text: source.text, baseBlob: source.blob, version, from: "published", at: null };
}
