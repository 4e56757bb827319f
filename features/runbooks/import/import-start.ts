import type { Vocabulary } from "../editor/vocabulary";

/** What the import of a person starts with. */
export type ImportStart = {
  /** Whose files the browser keeps. */
  person: string;
  /** Paths that runbooks have already. */
  paths: string[];
  services: string[];
  vocabulary: Vocabulary;
};
