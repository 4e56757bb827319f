import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { hostileValues } from "@/test/quoting/hostile-values";
import { fillCommand } from "./quoting";

/** What a real shell hands over for each command, which ends its output with NUL. One process reads them all. */
function outputs(shell: string[], commands: string[]): string[] {
  const [program = "", ...flags] = shell;
  const input = commands.join("\n");
  const env = { ...process.env, LC_ALL: "C.UTF-8", HOME: "/home/ana" };
  return execFileSync(program, flags, { input, env, maxBuffer: 2 ** 28 })
    .toString("utf8")
    .split("\0")
    .slice(0, -1);
}

const print = "printf '%s\\0'";
const shells = {
  bash: ["bash", "--norc"],
  "bash that expands history": ["bash", "--norc", "-o", "history", "-o", "histexpand"],
};

const places: [name: string, command: string, around: (value: string) => string][] = [
  ["a bare word", `${print} <x>`, (value) => value],
  ["before other words", `${print} <x>; true end`, (value) => value],
  ["joined to other text", `${print} a<x>.log`, (value) => `a${value}.log`],
  ["after =", `${print} --name=<x>`, (value) => `--name=${value}`],
  ["an assignment", `V=<x>; ${print} "$V"`, (value) => value],
  ["inside double quotes", `${print} "Bearer <x>!"`, (value) => `Bearer ${value}!`],
  ["inside single quotes", `${print} 'a <x> b'`, (value) => `a ${value} b`],
  ["inside ANSI quotes", `${print} $'a\\t<x>'`, (value) => `a\t${value}`],
  ["after a variable", `${print} $HOME<x>`, (value) => `/home/ana${value}`],
  ["after a variable in double quotes", `${print} "$HOME<x>"`, (value) => `/home/ana${value}`],
  ["in a URL", `${print} "https://api.example.org/v1/<x>?a=1"`, (value) => `https://api.example.org/v1/${value}?a=1`],
  ["in a bare URL", `${print} https://api.example.org/v1/<x>/b`, (value) => `https://api.example.org/v1/${value}/b`],
  ["in a substitution", `${print} "[$(printf '%s.' <x>)]"`, (value) => `[${value}.]`],
  ["in quotes in a substitution", `${print} "[$(printf '%s.' "<x>")]"`, (value) => `[${value}.]`],
  ["between back-ticks", `${print} "[\`printf '%s.' <x>\`]"`, (value) => `[${value}.]`],
  ["in a here-string", `cat <<< <x>; printf '\\0'`, (value) => `${value}\n`],
  ["in a here-document", `cat <<EOF; printf '\\0'\nv=<x>;\nEOF`, (value) => `v=${value};\n`],
  ["alone in a here-document", `cat <<-EOF; printf '\\0'\n<x>\nEOF`, (value) => `${value}\n`],
  ["after a comment", `: it is # <x>\n${print} <x>`, (value) => value],
];

test("there are a thousand values", () => {
  expect(hostileValues.length).toBeGreaterThanOrEqual(1_000);
});

describe.each(Object.entries(shells))("%s gives each value back", { timeout: 60_000 }, (_name, shell) => {
  test.each(places)("%s: %s", (_place, command, around) => {
    const filled = hostileValues.map((value) => fillCommand("bash", command, { x: value }));
    expect(filled.filter(({ ok }) => !ok)).toEqual([]);
    const texts = filled.map((one) => (one.ok ? one.text : ""));
    expect(outputs(shell, texts)).toEqual(hostileValues.map(around));
  });
});

describe("a shell that knows only POSIX gives each value back", { timeout: 60_000 }, () => {
  test.each(
    places.filter(([name]) => !["inside ANSI quotes", "in a here-string", "between back-ticks"].includes(name)),
  )("%s: %s", (_place, command, around) => {
    const texts = hostileValues
      .map((value) => fillCommand("sh", command, { x: value }))
      .map((one) => (one.ok ? one.text : ""));
    expect(outputs(["bash", "--posix"], texts)).toEqual(hostileValues.map(around));
  });
});

test("a literal here-document takes what it can hold, and only that", () => {
  const command = "cat <<'EOF'; printf '\\0'\nv=<x>;\nEOF";
  const filled = hostileValues.map((value) => ({ value, filled: fillCommand("bash", command, { x: value }) }));
  const taken = filled.flatMap(({ value, filled }) => (filled.ok ? [{ value, text: filled.text }] : []));
  expect(
    outputs(
      shells.bash,
      taken.map(({ text }) => text),
    ),
  ).toEqual(taken.map(({ value }) => `v=${value};\n`));
  expect(taken.length).toBeGreaterThan(500);
});

test.each([
  ["an arithmetic expansion", "echo $((<x> + 1))"],
  ["the default of a variable", 'echo "${A:-<x>}"'],
  ["a here-document that a shell reads", "ssh db-1 <<EOF\ntail <x>\nEOF"],
  ["words that ssh hands to a shell", "ssh db-1 tail <x>"],
  ["text piped into a shell", 'echo "tail <x>" | bash'],
  ["after a back-slash", "echo C:\\<x>"],
])("%s takes plain words only", (_place, command) => {
  expect(fillCommand("bash", command, { x: "a[$(reboot)]" })).toEqual({ ok: false, name: "x", why: "unsafe" });
});

test("NUL is refused by name: no command line can carry it", () => {
  expect(fillCommand("bash", "echo <x>", { x: "a\0b" })).toEqual({ ok: false, name: "x", why: "nul" });
});
