// npm run bench:search [-- part …] [-- count]: how well the search finds (`evaluation`), what its index costs among `count` generated
// runbooks (`index`, 10,000 when no count is given), what a whole portal with these takes (`library`; with `cold` it reads them
// anew), and the search of incidents (`incidents`, only when asked for).
import { printEvaluation } from "./search-evaluation";

const known = ["evaluation", "index", "library", "cold", "incidents"];
const words = process.argv.slice(2);
const count = Number(words.find((word) => /^\d+$/.test(word)) ?? 10_000);
const wanted = words.filter((word) => !/^\d+$/.test(word));
const unknown = wanted.filter((word) => !known.includes(word));
if (unknown.length > 0 || count < 1) {
  console.error("usage: npm run bench:search [-- evaluation | index | library [cold] | incidents] [count]");
  process.exit(2);
}
const asked = (part: string) => wanted.includes(part) || (wanted.length === 0 && part !== "incidents");

if (asked("evaluation")) printEvaluation();
if (asked("index")) await (await import("./search-library")).measureLibrary(count);
if (asked("incidents")) await import("./search-incidents");
if (asked("library")) {
  await import("@/lib/server/mode");
  const { ensureBuild } = await import("@/lib/server/build");
  const { orderedShutdown } = await import("@/lib/server/shutdown");
  await ensureBuild(process.cwd(), orderedShutdown());
  await (await import("./search-portal")).measurePortal(count, wanted.includes("cold"));
  process.exit(0);
}
