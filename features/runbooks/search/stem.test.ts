import { expect, test } from "vitest";
import { stem } from "./stem";

test.for([
  "errores error Error",
  "conexiones conexión CONEXION",
  "connection connections connected connecting",
  "reiniciar reinicia reinicio reiniciando reiniciado",
  "caída caídas caído caidos",
  "fallan falla fallo fallando fallos",
  "crash crashed crashing crashes",
  "running run runs",
  "migration migrations migración migraciones migrated",
  "volumen volúmenes volume",
  "retry retries retried",
  "stopped stopping stop",
  "expired expires expirado",
])("%s are found by each other", (words) => {
  expect(new Set(words.split(" ").map(stem)).size).toBe(1);
});

test.for([
  ["red", "redis"],
  ["class", "clase"],
  ["status", "static"],
  ["node", "nodejs"],
  ["need", "nee"],
])("%s is not %s", ([one, other]) => {
  expect(stem(one as string)).not.toBe(stem(other as string));
});

test("numbers and identifiers stay as they are", () => {
  expect(["503", "p3006", "x509", "e050"].map(stem)).toEqual(["503", "p3006", "x509", "e050"]);
});
