import type { Text } from "@codemirror/state";
import { type Section, sectionsOf } from "../../sections";

// A text of CodeMirror never changes: another one is made of it.
const known = new WeakMap<Text, Section[]>();

/** The named parts of a text, read once for each state of it. */
export function sectionsOfDoc(doc: Text): Section[] {
  const found = known.get(doc) ?? sectionsOf(doc.toString());
  known.set(doc, found);
  return found;
}
