import { fold } from "../search/fold";
import type { Section } from "./meaning";

/** Whether one of the words of a meaning holds what is sought, in whatever case and with whatever accents. */
export const says = (sections: readonly Section[], sought: string): boolean =>
  sections.some(({ words }) => words.some((word) => fold(word).includes(fold(sought.trim()))));
