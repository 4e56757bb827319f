/** How long a page waits for the network while a copy is at hand, in milliseconds. */
export const patience = { usual: 3_000, poor: 400, remembered: 15_000 };

/**
 * A dead network is not waited for anew at each page: for a while after it failed, a copy is shown almost at once.
 * @param failedAt when the network last failed or was too slow, in the clock's milliseconds; null when it did not
 */
export const patienceNow = (failedAt: number | null, now: number): number =>
  failedAt !== null && now - failedAt < patience.remembered ? patience.poor : patience.usual;
