import type { Vocabulary } from "../editor/vocabulary";

/** What the import of a person starts with. */
export type ImportStart = {
  /** Whose files the browser keeps. */
  person: string;
  /** Services that have runbooks; which ones is asked for when something goes there. */
  services: string[];
  vocabulary: Vocabulary;
};
