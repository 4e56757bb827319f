import { expect, test } from "vitest";
import { fill, markup } from "./markup";

test("what is put into markup is text, unless it is markup itself", () => {
  const inner = markup`<b>${"<script>"}</b>`;
  expect(markup`<p title="${'"x"'}">${inner}${[markup`<i>`, markup`</i>`]}</p>`.html).toBe(
    '<p title="&#34;x&#34;"><b>&#60;script&#62;</b><i></i></p>',
  );
});

test("a sentence is filled, and what it does not know stays", () => {
  expect(fill("copia de {when} {what}", { when: "hoy" })).toBe("copia de hoy {what}");
});
