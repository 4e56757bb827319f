import type { Vocabulary } from "./vocabulary";

/** A text that several people write together, as the server holds it. */
export type SharedText = {
  path: string;
  text: string;
  /** Raised by every save. */
  version: number;
  updatedAt: string;
  updatedBy: { id: string | null; name: string };
  published: { blob: string } | null;
};

/** All that the editor of a shared text starts with. */
export type SharedStart = {
  /** Address of the text in the API: PUT saves, `/publication` publishes, `/stream` tells who else is there. */
  api: string;
  shared: SharedText;
  /** Text at HEAD; empty before the first publication. */
  publishedText: string;
  canPublish: boolean;
  vocabulary: Vocabulary;
  person: string;
  /** Where to go after publishing. */
  done: string;
  defaultMessage: string;
  /** What the text is called when it is read aloud. */
  label: string;
};

/** Somebody saved in between: three texts, and a merge to choose. */
export type SharedConflict = {
  mine: string;
  base: string;
  theirs: SharedText;
  merged: { text: string; conflicts: number };
};

/** What this browser keeps of a text that is not saved yet, with what it was made from. */
export type SharedCopy = { text: string; base: { text: string; version: number }; at: string };
