/** What fits into one file that a browser still opens at once; more is split by service. Bytes are those of the texts. */
export const binderLimits = { runbooks: 2_000, bytes: 60_000_000 };

/**
 * Whether runbooks are more than one binder holds.
 * @param sizeOf of a runbook's text, asked for as long as it matters
 */
export function refusesBinder<Runbook>(runbooks: Runbook[], sizeOf: (runbook: Runbook) => number): boolean {
  if (runbooks.length > binderLimits.runbooks) return true;
  let left = binderLimits.bytes;
  return runbooks.some((runbook) => {
    left -= sizeOf(runbook);
    return left < 0;
  });
}
