/** A lock file that some git holds, or left behind when it died. */
export type LeftLock = {
  /** Below the git directory: `index.lock`, `refs/heads/main.lock`. */
  name: string;
  /** Seconds since it was made. */
  seconds: number;
};

/** How an error names it, in no language: `.git/index.lock, 95 s`. */
export const lockInWords = ({ name, seconds }: LeftLock): string => `.git/${name}, ${seconds} s`;
