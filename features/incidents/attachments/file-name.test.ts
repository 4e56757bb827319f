import { expect, test } from "vitest";
import { cleanName } from "./file-name";

test.each([
  ["captura.png", "captura.png"],
  ["../../etc/passwd", "passwd"],
  ["C:\\Users\\ana\\informe.pdf", "informe.pdf"],
  ["a\u0000b.txt", "ab.txt"],
  ["factura\u202Egnp.exe", "facturagnp.exe"],
  ["zero\u200Bwidth.log", "zerowidth.log"],
  ["línea\r\nSet-Cookie: x.txt", "líneaSet-Cookie x.txt"],
  ['"><script>.html', "script.html"],
  ["...", "file"],
  ["", "file"],
  ["/", "file"],
  ["  sobra   espacio .md ", "sobra espacio .md"],
  ["e\u0301l.txt", "él.txt"],
  ["\ud800solo.txt", "solo.txt"],
])("%j becomes %j", (given, clean) => {
  expect(cleanName(given)).toBe(clean);
});

test("a name of 300 characters keeps its ending", () => {
  const clean = cleanName(`${"á".repeat(300)}.png`);
  expect(clean).toHaveLength(150);
  expect(clean.endsWith("á.png")).toBe(true);
});
