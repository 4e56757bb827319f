import { expect, test } from "vitest";
import { sectionAt, sectionsOf } from "./sections";

const text = `---
title: A
---

# A

<Procedure id="api" title="API caída">

<Remediation>
<Step id="mirar" title='Mirar "logs"'>

\`\`\`bash
echo '<Step id="falso" title="No">'
\`\`\`

</Step>

<Decision
  id="que"
  question="¿Qué se ve?"
>
</Decision>
</Remediation>

</Procedure>

## Después

Texto.
`;

const at = (line: number) => sectionAt(sectionsOf(text), line);

test.each([
  [2, "matter", "", ""],
  [7, "block", "api", "API caída"],
  [13, "block", "mirar", 'Mirar "logs"'],
  [17, "block", "api", "API caída"],
  [20, "block", "que", "¿Qué se ve?"],
  [28, "heading", "", "Después"],
])("line %i is in %s %s", (line, kind, id, title) => {
  expect(at(line)).toMatchObject({ kind, id, title });
});

test("between parts is nowhere", () => {
  expect(at(5)).toBeNull();
});

test("a part that is not closed yet goes on to the end", () => {
  expect(sectionAt(sectionsOf('<Step id="a" title="A">\n\nuno\n'), 3)).toMatchObject({ id: "a" });
});
