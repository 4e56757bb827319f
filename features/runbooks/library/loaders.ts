import { type LibraryProgress, libraryProgress } from "./adapter";

/** How far a large library is on its first reading; null when it has been read. */
export const loadLibraryProgress = (): LibraryProgress | null => libraryProgress();
