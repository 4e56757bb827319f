import { asAppError } from "./problem";

/** Milliseconds that a page of runbooks waits for the database: runbooks and search must not. */
const patienceMs = 2_000;

/** What `read` finds, or `otherwise` while the database is away or slow. Other errors pass. */
export async function patiently<T>(read: () => Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<T>((resolve) => {
    timer = setTimeout(resolve, patienceMs, otherwise);
  });
  const found = read().catch((error: unknown) => {
    if (asAppError(error).code === "database_unavailable") return otherwise;
    throw error;
  });
  return Promise.race([found, tooLong]).finally(() => clearTimeout(timer));
}
