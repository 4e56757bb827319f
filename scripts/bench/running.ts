import { measureRunPage } from "./run-page";
import { type BenchPart, milliseconds, ratio } from "./world";

/** A run of 200 steps on an incident of 1,000 entries, from key to paint. */
export const running: BenchPart = async ({ url, responder }) => {
  const run = await measureRunPage(url, responder);
  const compared = (what: "go" | "act", at: "median" | "p95") => {
    const [ours, least] = [run.portal[what][at], run.bare[what][at]];
    return { portal: milliseconds(ours), bare: milliseconds(least), ratio: ratio(ours, least) };
  };
  console.log(`A run of 200 steps on an incident of 1,000 entries, key to paint; ${run.nodes} elements`);
  console.table({
    "next step, median": compared("go", "median"),
    "next step, p95": compared("go", "p95"),
    "step done, median": compared("act", "median"),
    "step done, p95": compared("act", "p95"),
  });
  const kilobytes = Object.entries(run.bytes).map(([what, size]) => [what, `${(size / 1_024).toFixed(1)} kB`]);
  console.table(Object.fromEntries(kilobytes));
};
