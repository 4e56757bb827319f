import fc from "fast-check";
import { expect, test } from "vitest";
import { html } from "./html";
import { markdownHtml } from "./markdown-html";

test.each([
  ["Va **lento**, `db-2`", "<p>Va <strong>lento</strong>, <code>db-2</code></p>"],
  ["# Título", "<p><strong>Título</strong></p>"],
  ["- uno\n- dos", "<ul>\n<li>uno</li>\n<li>dos</li>\n</ul>"],
  ['<script>alert(1)</script> <img src=x onerror="x()">', "&lt;script&gt;alert(1)&lt;/script&gt;"],
  ["[x](javascript:alert(1))", "<p>x</p>"],
  ["[x](data:text/html,y)", "<p>x</p>"],
  [
    "![foto](https://e.org/a.png)",
    '<p><a href="https://e.org/a.png" rel="noreferrer nofollow" target="_blank">foto</a></p>',
  ],
  ['[a](https://e.org/"onclick="x)', 'href="https://e.org/%22onclick=%22x"'],
  ["1 < 2 & 3", "<p>1 &lt; 2 &amp; 3</p>"],
])("%s", (markdown, expected) => {
  expect(markdownHtml(markdown).text).toContain(expected);
});

test("whatever is written, nothing but plain elements comes out", () => {
  const pieces = fc.constantFrom(
    "<",
    ">",
    '"',
    "'",
    "&",
    "script",
    "](",
    "[",
    "!",
    "`",
    "\n",
    " onload=",
    "javascript:",
    "|",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 30 }), (parts) => {
      const tags = markdownHtml(parts.join("")).text.match(/<[^>]*>?/g) ?? [];
      for (const tag of tags) {
        expect(tag).toMatch(
          /^<(\/?(p|strong|em|del|ul|ol|li|code|pre|blockquote|br|hr|table|thead|tbody|tr|th|td|a)|a href="(https?|mailto):[^"<>]*" rel="noreferrer nofollow" target="_blank")>$/i,
        );
      }
    }),
    { numRuns: 500 },
  );
});

test("what is put into a template is text, also in attributes", () => {
  expect(html`<p title="${'"><b>'}">${"<i>"}${[html`<b>${"&"}</b>`, null, false]}</p>`.text).toBe(
    '<p title="&quot;&gt;&lt;b&gt;">&lt;i&gt;<b>&amp;</b></p>',
  );
});
