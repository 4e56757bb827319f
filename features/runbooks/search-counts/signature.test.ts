import { describe, expect, test } from "vitest";
import { searchSignature } from "./signature";

describe("what is left of a query", () => {
  test.each([
    ["Réplica de Postgres  caída", "replica de postgres caida"],
    [
      'ERROR: could not extend file "base/16384/2619": No space left on device',
      "error could not extend file no space left on device",
    ],
    ["ORA-00942 al arrancar", "ora-00942 al arrancar"],
    ["HTTP 503 en /api/v1/pagos/981", "http 503 en"],
    ["redis-master-0 OOMKilled", "redis-master-0 oomkilled"],
  ])("%s → %s", (query, left) => {
    expect(searchSignature(query)).toBe(left);
  });

  test("is the same whatever the case, the accents, the ids and the addresses", () => {
    const first = searchSignature("Conexión rechazada por 10.0.3.7:5432 a las 03:12:44");
    expect(searchSignature("conexion RECHAZADA por 192.168.1.9:6543 a las 17:40:02")).toBe(first);
    expect(first).toBe("conexion rechazada por a las");
  });
});

describe("what must not be left behind", () => {
  test.each([
    ["ana.ruiz@hotel.example no puede entrar", "no puede entrar"],
    ["no puede entrar ana@intranet", "no puede entrar"],
    ["bloqueado user=ana.ruiz", "bloqueado user"],
    ["mysql --password hunter2 falla", "mysql password falla"],
    ["llamar al +34 600 12 34 56", "llamar al"],
    ["cliente 12345678Z sin acceso", "cliente sin acceso"],
    ["reserva 00981273 duplicada", "reserva duplicada"],
    ["https://portal.example/reservas?email=ana@x.es no carga", "no carga"],
    [
      "sesión eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U caducada",
      "sesion caducada",
    ],
    ["clave AKIAIOSFODNN7EXAMPLE filtrada", "clave filtrada"],
    ['ERROR: permission denied for table "clientes_vip"', "error permission denied for table"],
    ["host db-7.pagos.internal no responde", "host no responde"],
  ])("%s → %s", (query, left) => {
    expect(searchSignature(query)).toBe(left);
  });

  test("names of people that the portal knows, in full or two words of them, with or without accents", () => {
    const people = ["Ana Ruiz Peña"];
    expect(searchSignature("avisar a ana ruiz de la caída", people)).toBe("avisar a de la caida");
    expect(searchSignature("Ruíz-Pena sin acceso", people)).toBe("sin acceso");
    expect(searchSignature("ana ruizal", people)).toBe("ana ruizal");
  });

  test("nothing of what was pasted, however short its lines", () => {
    expect(searchSignature("arrancando\nERROR sin memoria")).toBeNull();
    expect(searchSignature("sin memoria ".repeat(40))).toBeNull();
  });

  test.each(["10.0.0.1", "4", "…", "ana@hotel.example", "x"])("%s leaves nothing at all", (query) => {
    expect(searchSignature(query)).toBeNull();
  });

  test("is short, and made of whole words", () => {
    const left = searchSignature(`${"palabra ".repeat(20)}${"x".repeat(50)}`) ?? "";
    expect(left).toBe(Array(12).fill("palabra").join(" "));
  });

  test("takes no time over a hostile query", () => {
    const started = process.cpuUsage().user;
    searchSignature(`${"1 ".repeat(149)}`, [`${"a ".repeat(100)}`]);
    searchSignature("--a=".repeat(70));
    expect(process.cpuUsage().user - started).toBeLessThan(500_000);
  });
});
