import { setTimeout as sleep } from "node:timers/promises";
import { type LibraryProgress, library, libraryProgress, wholeLibrary } from "../adapter";

const tellEveryMs = 10_000;

/**
 * Makes the library ready to be asked. Comes back when what the manifest has is there; when many files are left to read, they
 * are read beside the requests from here on.
 * @param tell hears how far that is at its start, every ten seconds and, with null, at its end; never where there is little to read
 */
export async function openLibrary(tell: (progress: LibraryProgress | null) => void): Promise<void> {
  await library();
  if (libraryProgress()) void report(tell);
}

async function report(tell: (progress: LibraryProgress | null) => void): Promise<void> {
  const whole = wholeLibrary().catch(() => undefined);
  for (let progress = libraryProgress(); progress; progress = libraryProgress()) {
    tell(progress);
    await Promise.race([whole, sleep(tellEveryMs, undefined, { ref: false })]);
  }
  tell(null);
}
