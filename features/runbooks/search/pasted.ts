/** From here on it was pasted, and is looked at line by line. */
export const isPasted = (query: string): boolean => query.length > 300 || /\n[^\n]*\S/.test(query);
