import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

// Next hands data to the browser by pushing it onto a list of its own, after an optional first push that makes the list.
const listPush =
  /^(?:\(self\.__next_f=self\.__next_f\|\|\[\]\)\.push\(\[0\]\);)?(?:\(self\.__next_f=self\.__next_f\|\|\[\]\)|self\.__next_f|\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\))\.push\(([\s\S]*)\);?$/;

// React moves streamed parts to their place: `$RC("B:0","S:0")`, the first time with the function's text before the call.
const reactCall = /\$R[A-Z]\(([^()]*)\);?$/;

/**
 * Whether an inline script is one that Next or React write, and does nothing but what theirs do. Markup that somebody smuggled
 * into a page is not made to run by our own hashes: data must be JSON, and code must be React's, word for word.
 */
export function isKnownScript(script: string): boolean {
  const pushed = listPush.exec(script)?.[1];
  return pushed === undefined ? isReactRuntime(script) : isJson(pushed);
}

function isReactRuntime(script: string): boolean {
  const call = reactCall.exec(script);
  if (call && !isJson(`[${call[1]}]`)) return false;
  const code = call ? script.slice(0, call.index) : script;
  return code === "" || (/^(?:\$R[A-Z]=|requestAnimationFrame\()/.test(code) && rendererSource().includes(code));
}

let source: string | undefined;
function rendererSource(): string {
  const name = "next/dist/compiled/react-dom/cjs/react-dom-server.node.production.js";
  source ??= readFileSync(createRequire(import.meta.url).resolve(name), "utf8");
  return source;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
