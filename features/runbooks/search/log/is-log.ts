/** Lines from which a text is a log. */
const linesOfLog = 3;
/** Characters from which it is one, however many lines it has. */
const charactersOfLog = 2_000;

/** Longest query that an address carries, in characters. */
export const addressLimit = 4_000;

/** Whether a text is read line by line instead of being searched for. */
export const isLog = (text: string): boolean =>
  text.length > charactersOfLog || text.trim().split("\n").length >= linesOfLog;
