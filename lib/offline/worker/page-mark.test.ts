import { expect, test } from "vitest";
import { asCopy, markOf } from "./page-mark";

const page = (attributes: string, title = "Emergencias · Bitácora") =>
  `<!DOCTYPE html><html lang="es"${attributes}><head><title>${title}</title></head><body data-reader="nobody's"></body></html>`;

test("a page says for whom it is and which build made it", () => {
  expect(markOf(page(' data-reader="p1" data-build="b1" class="x"'))).toEqual({
    reader: "p1",
    build: "b1",
    ended: false,
    title: "Emergencias · Bitácora",
  });
});

test("a page for anybody names no reader, whatever its text says", () => {
  expect(markOf(page(' data-build="b1"')).reader).toBeNull();
});

test("a page tells that the session it was asked with has been ended", () => {
  expect(markOf(page(' data-session="ended" data-build="b1"')).ended).toBe(true);
});

test("a page without a build is one of development", () => {
  expect(markOf(page("")).build).toBeNull();
});

test("a title is read as it is written for people", () => {
  expect(markOf(page("", "&lt;b&gt; &amp; &#x27;c&#39;")).title).toBe("<b> & 'c'");
});

test("a copy says when it was made and why it is shown, and is otherwise the page", () => {
  const copy = asCopy(page(' data-build="b1"'), "2026-01-15T03:00:00.000Z", "slow");
  expect(copy).toContain('data-build="b1" data-kept-at="2026-01-15T03:00:00.000Z" data-kept-why="slow">');
  expect(copy.replace(/ data-kept-(at|why)="[^"]*"/g, "")).toBe(page(' data-build="b1"'));
});
