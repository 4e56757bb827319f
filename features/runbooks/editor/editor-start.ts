import type { Draft, OtherEditor } from "../drafts/schema";
import type { EditableSource } from "../publishing/schema";
import type { ListedSuggestion } from "../suggestions/schema";
import type { Vocabulary } from "./vocabulary";

/** All that the editor of one runbook starts with. */
export type EditorStart = {
  source: EditableSource;
  isNew: boolean;
  draft: Draft | null;
  others: OtherEditor[];
  /** Drafts are in the browser alone while the database is away. */
  databaseAway: boolean;
  /** What responders found wrong with steps of it, open still. */
  suggestions: ListedSuggestion[];
  vocabulary: Vocabulary;
  /** Who answers for other runbooks, to be offered. */
  owners: string[];
  /** Whose text the browser keeps. */
  person: string;
};
