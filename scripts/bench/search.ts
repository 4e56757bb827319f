// npm run bench:search [-- part …] [-- count]: how well the search finds (`evaluation`), how fast it is among `count` generated
// runbooks (`library`, 10,000 when no count is given), and the search of incidents (`incidents`, only when asked for).
import { printEvaluation } from "./search-evaluation";

const words = process.argv.slice(2);
const count = Number(words.find((word) => /^\d+$/.test(word)) ?? 10_000);
const wanted = words.filter((word) => !/^\d+$/.test(word));
const unknown = wanted.filter((word) => !["evaluation", "library", "incidents"].includes(word));
if (unknown.length > 0 || count < 1) {
  console.error("usage: npm run bench:search [-- evaluation | library | incidents] [count]");
  process.exit(2);
}
const asked = (part: string) => wanted.includes(part) || (wanted.length === 0 && part !== "incidents");

if (asked("evaluation")) printEvaluation();
if (asked("library")) await (await import("./search-library")).measureLibrary(count);
if (asked("incidents")) await import("./search-incidents");
