import { expect, test } from "vitest";
import { classesIn, readStyles, stylesFor } from "./style-sheet";

const kept = (css: string, ...classes: string[]) => stylesFor(readStyles(css), (name) => classes.includes(name));

test("rules for classes that a page has not got go, all others stay as they are", () => {
  expect(kept(".a{color:red}.b{color:blue}p>em{margin:0}", "a")).toBe(".a{color:red}p>em{margin:0}");
  expect(kept(".a,.b{margin:0}.a .b{margin:1px}", "b")).toBe(".a,.b{margin:0}");
});

test("names with brackets, colons, dots and digits are read as browsers read them", () => {
  const css =
    ".md\\:p-1\\.5:hover{top:0}.w-\\[calc\\(1px\\)\\]{top:1px}.\\32 xl{top:2px}.\\[\\&\\>p\\]\\:mt-2>p{top:3px}";
  expect(classesIn(readStyles(css))).toEqual(["md:p-1.5", "w-[calc(1px)]", "2xl", "[&>p]:mt-2"]);
  expect(kept(css, "2xl", "[&>p]:mt-2")).toBe(".\\32 xl{top:2px}.\\[\\&\\>p\\]\\:mt-2>p{top:3px}");
});

test("what stands in brackets of a selector asks for nothing: it may be one of several", () => {
  const css = ".x:is(:where(.group):hover *){top:0}p:not(.y){top:1px}a[href*='.pdf']{top:2px}";
  expect(kept(css)).toBe("p:not(.y){top:1px}a[href*='.pdf']{top:2px}");
  expect(kept(css, "x")).toBe(css);
});

test("a group without rules goes, and one within another is looked into", () => {
  const css =
    "@layer base,utilities;@layer utilities{@media (width>=48rem){.a{top:0}}.b{top:1px}}@media print{.c{top:2px}}";
  expect(kept(css, "a")).toBe("@layer base,utilities;@layer utilities{@media (width>=48rem){.a{top:0}}}");
});

test("fonts, properties and animations stay, and signs inside of strings end nothing", () => {
  const css =
    '@font-face{font-family:x;src:url(a.woff2)}@property --a{syntax:"*";inherits:false;initial-value:"}"}@keyframes spin{to{top:0}}.a:after{content:"{;"}';
  expect(kept(css, "a")).toBe(css);
});
