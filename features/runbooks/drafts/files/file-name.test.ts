import fc from "fast-check";
import { expect, test } from "vitest";
import { besideName, freeName, names, renamed } from "./file-name";

test.each([
  ["Captura de pantalla 2026-01-15.PNG", "png", "captura-de-pantalla-2026-01-15.png"],
  ["../../etc/passwd", "png", "passwd.png"],
  ["Señal ñandú.jpeg", "jpg", "senal-nandu.jpg"],
  ["图.png", "png", "imagen.png"],
  ["", "png", "imagen.png"],
  [".git", "png", "imagen.png"],
])("%s becomes a plain name", (name, ending, plain) => {
  expect(besideName(name, ending)).toBe(plain);
});

test("whatever it was called, the name is plain", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (name) => {
      expect(besideName(name, "png")).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*\.png$/);
    }),
  );
}, 30_000);

test("a name that is taken gets a number", () => {
  expect(freeName("panel.png", new Set())).toBe("panel.png");
  expect(freeName("panel.png", new Set(["panel.png", "panel-2.png"]))).toBe("panel-3.png");
});

test.each([
  ["![Panel](panel.png)", true],
  ['![Panel](./panel.png "título")', true],
  ['<img src="panel.png">', true],
  ["[ref]: panel.png", true],
  ["![Panel](otro-panel.png)", false],
  ["![Panel](img/panel.png)", false],
  ["![Panel](panelXpng)", false],
  ["el fichero panel.pngx", false],
])("%s leads there: %s", (text, leads) => {
  expect(names(text, "panel.png")).toBe(leads);
});

test("links follow a file to its new name, and nothing else changes", () => {
  const text = "![Panel](panel.png) y ![otro](otro-panel.png) y <img src='panel.png'>";
  expect(renamed(text, "panel.png", "panel-2.png")).toBe(
    "![Panel](panel-2.png) y ![otro](otro-panel.png) y <img src='panel-2.png'>",
  );
});
