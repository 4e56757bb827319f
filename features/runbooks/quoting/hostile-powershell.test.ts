import { execFileSync, spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { hostileValues } from "@/test/quoting/hostile-values";
import { powerShellArguments } from "@/test/quoting/powershell-reader";
import { fillCommand } from "./quoting";

const fill = (command: string, value: string) => fillCommand("powershell", command, { x: value });

const places: [name: string, command: string, around: (value: string) => string[]][] = [
  ["an argument", "Show-It <x>", (value) => [value]],
  ["before other arguments", "Show-It <x> end", (value) => [value, "end"]],
  ["joined to what stands before", "Show-It C:\\logs\\<x> end", (value) => [`C:\\logs\\${value}`, "end"]],
  ["in the middle of an argument", "Show-It a<x>.log", (value) => [`a${value}.log`]],
  ["after =", "Show-It --name=<x>", (value) => [`--name=${value}`]],
  ["inside double quotes", 'Show-It "Bearer <x>!"', (value) => [`Bearer ${value}!`]],
  ["after a variable in double quotes", 'Show-It "$Share<x>"', (value) => [`\\\\srv${value}`]],
  [
    "in a URL",
    'Show-It "https://api.example.org/<x>?a=1" end',
    (value) => [`https://api.example.org/${value}?a=1`, "end"],
  ],
  ["in an expandable here-string", 'Show-It @"\nv=<x>;\n"@', (value) => [`v=${value};`]],
  ["alone in an expandable here-string", 'Show-It @"\n<x>\n"@', (value) => [value]],
];
/** Where nothing can be escaped, so that not every value has a form. */
const literalPlaces: typeof places = [
  ["inside single quotes", "Show-It 'a <x> b'", (value) => [`a ${value} b`]],
  ["in a literal here-string", "Show-It @'\nv=<x>;\n'@", (value) => [`v=${value};`]],
  ["alone in a literal here-string", "Show-It @'\n<x>\n'@", (value) => [value]],
  ["before joined text", "Show-It <x>.log", (value) => [`${value}.log`]],
];

/** Keys of a terminal: Enter, Tab and the line break stand for themselves inside quotes, the others do something. */
const actsOnTerminal = (value: string) => /[^\P{Cc}\n\r\t]/u.test(value);

describe("by the rules of its documentation PowerShell gives each value back", { timeout: 60_000 }, () => {
  test.each(places)("%s: %s", (_place, command, around) => {
    for (const value of hostileValues) {
      const filled = fill(command, value);
      expect(filled.ok && powerShellArguments(filled.text, { Share: "\\\\srv" })).toEqual(around(value));
    }
  });
  test.each(literalPlaces)("%s, or the value is refused: %s", (_place, command, around) => {
    const taken = hostileValues.flatMap((value) => {
      const filled = fill(command, value);
      return filled.ok ? [{ value, text: filled.text }] : [];
    });
    for (const { value, text } of taken) expect(powerShellArguments(text)).toEqual(around(value));
    expect(taken.length).toBeGreaterThan(300);
  });
});

test("inside single quotes only what would act on the terminal is refused", () => {
  const refused = hostileValues.filter((value) => !fill("Show-It 'a <x> b'", value).ok);
  expect(refused).toEqual(hostileValues.filter(actsOnTerminal));
});

test.each([
  ["text that another PowerShell reads", 'powershell -Command "Get-Item <x>"'],
  ["text that is run", 'Invoke-Expression "Get-Item <x>"'],
  ["words that ssh hands to a shell", "ssh db-1 tail <x>"],
  ["SQL inside quotes", `psql -c "SELECT * FROM t WHERE id = '<x>'"`],
  ["after a back-tick", "Show-It `<x>"],
])("%s takes plain words only", (_place, command) => {
  expect(fill(command, "a'; calc")).toEqual({ ok: false, name: "x", why: "unsafe" });
});

test.each([
  ["$name = <x>", "db-1", "$name = 'db-1'"],
  ["if ($a -eq <x>) { }", "db", "if ($a -eq 'db') { }"],
  ["Get-Item -Path:<x>", "a b", "Get-Item -Path:'a b'"],
  ["@{ Name=<x> }", "db", "@{ Name='db' }"],
  ["Stop-Service -Name <x>", "spooler", "Stop-Service -Name spooler"],
])("%s: where an expression is expected a word is a string", (command, value, expected) => {
  expect(fill(command, value)).toEqual({ ok: true, text: expected });
});

const hasPowerShell = spawnSync("pwsh", ["-NoProfile", "-Command", "exit"]).status === 0;
if (hasPowerShell) {
  test("a real PowerShell agrees", { timeout: 120_000 }, () => {
    const shown = hostileValues.flatMap((value) => {
      const filled = fill("Show-It <x>", value);
      return filled.ok ? [{ value, text: filled.text }] : [];
    });
    const script = `function Show-It { foreach ($a in $args) { [Console]::Out.Write([string]$a + [char]0) } }\n${shown.map(({ text }) => text).join("\n")}`;
    const input = `[Console]::OutputEncoding = [Text.Encoding]::UTF8\n${script}\n`;
    const output = execFileSync("pwsh", ["-NoProfile", "-Command", "-"], { input, maxBuffer: 2 ** 28 }).toString(
      "utf8",
    );
    expect(output.split("\0").slice(0, -1)).toEqual(shown.map(({ value }) => value));
  });
}
