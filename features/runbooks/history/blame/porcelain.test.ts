import { expect, test } from "vitest";
import { parseBlame } from "./porcelain";

const [a, b] = ["a".repeat(40), "b".repeat(40)];
const output = `${a} 1 1 2
author Ana Ruiz
author-time 1767225600
committer-time 1767225600
summary Añade el paso
filename x.mdx
\tuna línea
${a} 2 2
\t   
${b} 9 3 1
author Luis Gil
committer-time 1767312000
summary author Ana
previous ${a} x.mdx
filename y.mdx
\tsummary no es una cabecera
${a} 4 4 1
\t\tcon tabulador
`;

test("each line is told by its commit, also where the commit was described before; a blank one says nothing", () => {
  const lines = parseBlame(output);
  expect([...lines].map(([line, { author, subject }]) => [line, author, subject])).toEqual([
    [1, "Ana Ruiz", "Añade el paso"],
    [3, "Luis Gil", "author Ana"],
    [4, "Ana Ruiz", "Añade el paso"],
  ]);
  expect(lines.get(3)?.at).toBe("2026-01-02T00:00:00.000Z");
});
