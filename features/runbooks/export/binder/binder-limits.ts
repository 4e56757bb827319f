/** What fits into one file that a browser still opens at once; more is split by service. Bytes are those of the texts. */
export const binderLimits = { runbooks: 2_000, bytes: 60_000_000 };

/** Whether runbooks are more than one binder holds. */
export const refusesBinder = (runbooks: { source: string }[]): boolean =>
  runbooks.length > binderLimits.runbooks ||
  runbooks.reduce((sum, { source }) => sum + source.length, 0) > binderLimits.bytes;
