import { describe, expect, test } from "vitest";
import { inlineScripts } from "./inline-scripts";
import { paintFirst, starter } from "./paint-first";

const page = (head: string, body = "<h1>x</h1>") => `<html><head>${head}</head><body>${body}</body></html>`;
const script = '<script src="/_next/static/chunks/a-1.js" async=""></script>';

describe("paintFirst", () => {
  test("holds the scripts of Next's, and asks for none of them ahead", () => {
    const preload = '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a-1.js"/>';
    const made = paintFirst(page(preload + script, `<h1>x</h1>${script}`));
    expect(made).not.toContain("preload");
    expect(made.match(/<script type="held" src="\/_next\/static\/chunks\/a-1\.js" async=""><\/script>/g)).toHaveLength(
      2,
    );
    expect(inlineScripts(made)).toEqual([starter]);
    expect(made.endsWith(`<script>${starter}</script></body></html>`)).toBe(true);
  });

  test.each([
    ["a page without scripts", page("<title>a</title>")],
    ["scripts of others", page('<script src="/elsewhere.js" async=""></script>')],
    ["scripts that old browsers alone load", page('<script src="/_next/static/a.js" noModule=""></script>')],
    [
      "text about scripts",
      page("", "&lt;script src=&quot;/_next/static/a.js&quot; async=&quot;&quot;&gt;&lt;/script&gt;"),
    ],
    ["what has no body", script],
  ])("leaves alone %s", (_, html) => {
    expect(paintFirst(html)).toBe(html);
  });
});
