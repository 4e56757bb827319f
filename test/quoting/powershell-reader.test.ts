import { expect, test } from "vitest";
import { powerShellArguments, SecondCommand } from "./powershell-reader";

// The examples are those of the documentation, or follow from one sentence of it.
test.each([
  ["Write-Output a'$a'", ["a$a"]],
  ['Write-Output a"$a"', ["a4"]],
  ["Write-Output 2+2", ["2+2"]],
  ["Write-Output !1", ["!1"]],
  ['TestExe -echoargs \'c" "d\' e" "f', ["⟦parameter -echoargs⟧", 'c" "d', "e f"]],
  ["TestExe '' a b ''", ["", "a", "b", ""]],
  ["Write-Output 'don''t'", ["don't"]],
  ["Write-Output ‘don’’t’", ["don’t"]],
  ['Write-Output "a `"b`" `$a `n"', ['a "b" $a \n']],
  ["Write-Output @'\nit's \"$a\"\n'@", ['it\'s "$a"']],
  ['Write-Output @"\nsay "$a"\n"@', ['say "4"']],
  ["Write-Output 'a'b", ["a", "b"]],
  ["Write-Output a` b # c", ["a b"]],
  ["Write-Output 0x10", ["16"]],
])("%s", (command, expected) => {
  expect(powerShellArguments(command, { a: "4" })).toEqual(expected);
});

test.each([
  "Write-Output a; calc",
  "Write-Output a | calc",
  "Write-Output $(calc)",
  "Write-Output a\ncalc",
  'Write-Output "$(calc)"',
  "x ’a’; calc",
])("%s holds a second command", (command) => {
  expect(() => powerShellArguments(command)).toThrow(SecondCommand);
});
