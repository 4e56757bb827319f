import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fillCommand } from "./quoting";

const fill = (text: string, value: string, lang = "bash") => fillCommand(lang, text, { x: value });
const hostile = [
  "; rm -rf /",
  "$(reboot)",
  "`reboot`",
  "a' ; reboot ; 'b",
  'a" ; reboot ; "b',
  "a b  c",
  "*",
  "!!",
  "\\",
  "-rf",
  "--help; x",
  "$HOME",
  "> /etc/passwd",
  "# comentario",
  "ñandú ¿sí?",
];

/** What a real shell hands to the program as its arguments. */
const argumentsOf = (command: string) =>
  execFileSync("bash", ["-c", command.replace(/^echo /, "printf '%s\\0' ")])
    .toString("utf8")
    .split("\0")
    .slice(0, -1);

describe("in a real shell the value stays one argument, exactly", () => {
  test.each(hostile)("bare word: %s", (value) => {
    const filled = fill("echo <x> end", value);
    expect(filled.ok && argumentsOf(filled.text)).toEqual([value, "end"]);
  });
  test.each(hostile)("inside double quotes: %s", (value) => {
    const filled = fill('echo "Bearer <x>!" end', value);
    expect(filled.ok && argumentsOf(filled.text)).toEqual([`Bearer ${value}!`, "end"]);
  });
  test.each(hostile)("inside single quotes: %s", (value) => {
    const filled = fill("echo 'a <x> b' end", value);
    expect(filled.ok && argumentsOf(filled.text)).toEqual([`a ${value} b`, "end"]);
  });
  test.each(hostile)("inside a substitution in double quotes: %s", (value) => {
    const filled = fill(`echo "[$(printf %s <x>)]" end`, value);
    expect(filled.ok && argumentsOf(filled.text)).toEqual([`[${value}]`, "end"]);
  });
  test.each(hostile)("inside a here-document: %s", (value) => {
    const filled = fill("cat <<EOF\nv=<x>\nEOF", value);
    expect(filled.ok && execFileSync("bash", ["-c", filled.text]).toString("utf8")).toBe(`v=${value}\n`);
  });
  test("any text without control characters", () => {
    const text = fc.string({ unit: "grapheme", minLength: 1 }).filter((s) => s.trim() !== "" && !/\p{Cc}/u.test(s));
    fc.assert(
      fc.property(text, (value) => {
        const filled = fill(`echo <x> "<x>" '<x>'`, value);
        expect(filled.ok && argumentsOf(filled.text)).toEqual([value, value, value]);
      }),
      { numRuns: 60 },
    );
  });
});

test("a plain value is written as it is", () => {
  expect(fill("docker logs <x> --tail 50", "agente-api-prod")).toEqual({
    ok: true,
    text: "docker logs agente-api-prod --tail 50",
  });
});

test("an empty value keeps the command back and names its placeholder", () => {
  expect(fill("docker logs <x>", "  ")).toEqual({ ok: false, name: "x", why: "empty" });
});

test.each([
  ["SQL inside the shell's quotes", `psql -c "SELECT * FROM t WHERE id='<x>'"`, "1' OR '1'='1"],
  ["JSON inside the shell's quotes", `curl -d '{"id": "<x>"}'`, 'a", "admin": "true'],
  ["another shell reads it again over ssh", 'ssh db-1 "tail <x>"', "a; reboot"],
  ["another shell reads it again with -c", "docker exec api bash -c 'tail <x>'", "a; reboot"],
])("no safe way is known: %s", (_why, command, value) => {
  expect(fill(command, value)).toEqual({ ok: false, name: "x", why: "unsafe" });
});

test("a plain value passes where only plain values are safe", () => {
  expect(fill('ssh db-1 "tail <x>"', "app.log")).toEqual({ ok: true, text: 'ssh db-1 "tail app.log"' });
  expect(fill(`curl -d '{"id": "<x>"}'`, "O'Brien")).toEqual({ ok: true, text: `curl -d '{"id": "O'\\''Brien"}'` });
});

test.each([
  ["sql", "DELETE FROM t WHERE name = '<x>'", "O'Brien", "DELETE FROM t WHERE name = 'O''Brien'"],
  ["sql", "DELETE FROM t WHERE id = <x>", "42", "DELETE FROM t WHERE id = 42"],
  ["sql", "DELETE FROM t WHERE name = <x>", "a b", "DELETE FROM t WHERE name = 'a b'"],
  ["powershell", 'Get-Item "<x>"', "$env:A", 'Get-Item "`$env:A"'],
  ["powershell", "Get-Item <x>", "a b'c", "Get-Item 'a b''c'"],
  ["redis", "GET <x>", 'a "b', 'GET "a \\"b"'],
  ["promql", 'up{instance="<x>"}', 'a"b', 'up{instance="a\\"b"}'],
])("%s has its own quotes", (lang, command, value, expected) => {
  expect(fill(command, value, lang)).toEqual({ ok: true, text: expected });
});

test("a declared variable is filled wherever the shell would read it", () => {
  expect(
    fillCommand("bash", 'curl -s "$API_URL/health"', { API_URL: "http://a:1" }, { declared: ["API_URL"] }),
  ).toEqual({
    ok: true,
    text: 'curl -s "http://a:1/health"',
  });
});
