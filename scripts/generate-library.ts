// npm run generate-library -- <content folder> <count>: writes runbooks for measuring with a large library, the same each time.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { generateLibrary } from "./library/generate";

const [folder = "", count = ""] = process.argv.slice(2);
const wanted = Number(count);
if (!folder || !Number.isInteger(wanted) || wanted < 1) {
  console.error("usage: npm run generate-library -- <content folder> <count>");
  process.exit(2);
}
const root = path.join(folder, "runbooks");
if (existsSync(root)) {
  console.error(`${root} exists: give a folder that is not yet there, so that nobody's runbooks are mixed with these.`);
  process.exit(2);
}
for (const { path: name, source } of generateLibrary(wanted)) {
  const file = path.join(root, `${name}.mdx`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, source);
}
console.log(`${wanted} runbooks in ${root}`);
