import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { hashSource } from "./content-security-policy";
import { inlineScripts } from "./inline-scripts";
import { isKnownScript } from "./known-scripts";

describe("isKnownScript", () => {
  const renderer = readFileSync(
    "node_modules/next/dist/compiled/react-dom/cjs/react-dom-server.node.production.js",
    "utf8",
  );
  const moveParts = /'(\$RB=\[\];.*?)\$RC\("'/.exec(renderer)?.[1] ?? "";

  test.each([
    "(self.__next_f=self.__next_f||[]).push([0])",
    'self.__next_f.push([1,"0:[\\"$\\",\\"p\\",null]\\n"])',
    "(self.__next_f=self.__next_f||[]).push([0]);self.__next_f.push([2,null])",
    '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["a.js"],"runtimeModuleIds":[1]});',
    "requestAnimationFrame(function(){$RT=performance.now()});",
    '$RC("B:0","S:0")',
    `${moveParts}$RC("B:0","S:0")`,
  ])("knows what Next and React write: %.40s", (script) => {
    expect(isKnownScript(script)).toBe(true);
  });

  test.each([
    "alert(1)",
    "self.__next_f.push(alert(1))",
    'self.__next_f.push([1,"x"]);alert(1);(0)',
    'self.__next_f.push([1,"x"+alert(1)])',
    "$RC=function(){alert(1)};",
    '$RC("B:0",alert(1))',
    '$RB=[];alert(1);$RC("B:0","S:0")',
    `${moveParts}alert(1);$RC("B:0","S:0")`,
    "requestAnimationFrame(function(){alert(1)});",
  ])("refuses anything else: %.40s", (script) => {
    expect(isKnownScript(script)).toBe(false);
  });
});

describe("inlineScripts", () => {
  test("finds what a browser would run, exactly as written", () => {
    const html =
      '<script src="/a.js" async=""></script><script id="x>y">\n  one()\n</script><script type="module">two()</script>' +
      '<script type="application/json">{"no":1}</script><SCRIPT nomodule>three()</SCRIPT >';
    expect(inlineScripts(html)).toEqual(["\n  one()\n", "two()", "three()"]);
  });
});

describe("hashSource", () => {
  test("is the one that the specification's example gives (CSP Level 3, 2.3.1)", () => {
    expect(hashSource("doSomething();")).toBe("'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc='");
  });
});
