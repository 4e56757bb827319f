export type FileLength = { file: string; lines: number };

/** Lines that a file may have, that 95 in 100 may have, and that half of them may have. */
export const lengthLimits = { longest: 400, p95: 250, median: 70 };

/** Of an ascending list, the value that `share` (0 to 1) of the values do not exceed (nearest rank). */
export function percentile(ascending: number[], share: number): number {
  return ascending[Math.max(0, Math.ceil(ascending.length * share) - 1)] ?? 0;
}

/** What is wrong with these lengths, a sentence each; and the figures themselves. */
export function judgeLengths(files: FileLength[]): { problems: string[]; median: number; p95: number } {
  const ascending = files.map(({ lines }) => lines).sort((a, b) => a - b);
  const median = percentile(ascending, 0.5);
  const p95 = percentile(ascending, 0.95);
  const problems = files
    .filter(({ lines }) => lines > lengthLimits.longest)
    .map(({ file, lines }) => `${file} has ${lines} lines; ${lengthLimits.longest} is the most: split it by concept`);
  if (median > lengthLimits.median)
    problems.push(`half of the files are over ${median} lines, not ${lengthLimits.median}`);
  if (p95 > lengthLimits.p95) problems.push(`one file in twenty is over ${p95} lines, not ${lengthLimits.p95}`);
  return { problems, median, p95 };
}
