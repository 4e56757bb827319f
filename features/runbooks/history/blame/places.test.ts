import { expect, test } from "vitest";
import { placesIn } from "./places";

const head = "---\ntitle: Guía\nservice: api\nlang: es\nowner: Equipo\n---\n";
const place = (format: "mdx" | "md", body: string) =>
  placesIn({ file: `api/guia.${format}`, path: "api/guia", format, source: `${head}\n${body}` });

test("steps, questions inside them and commands by the lines of the file", () => {
  const body = `<Procedure id="p" title="P">
<Diagnosis>
<Step id="logs" title="Ver los logs">

\`\`\`bash
docker logs api
\`\`\`

<Decision id="hay" question="¿Hay errores?">
<Option label="Sí" outcome="escalate" />
<Option label="No" outcome="recovered" />
</Decision>

Después.

</Step>
</Diagnosis>
</Procedure>
`;
  expect(place("mdx", body)).toEqual([
    {
      id: "p",
      title: "P",
      lines: { first: 8, last: 25 },
      steps: [
        {
          id: "logs",
          title: "Ver los logs",
          type: "step",
          lines: [
            { first: 10, last: 15 },
            { first: 20, last: 23 },
          ],
          commands: [{ lang: "bash", text: "docker logs api", lines: { first: 12, last: 14 } }],
        },
        {
          id: "hay",
          title: "¿Hay errores?",
          type: "decision",
          lines: [{ first: 16, last: 19 }],
          commands: [],
        },
      ],
    },
  ]);
});

test("plain Markdown: a procedure reaches to the end of what it holds", () => {
  const [procedure] =
    place(
      "md",
      "# Guía\n\n## API caída\n\n1. Mirar los logs\n\n   ```bash\n   docker logs api\n   ```\n\n2. Reiniciar\n",
    ) ?? [];
  expect(procedure?.lines).toEqual({ first: 10, last: 18 });
  expect(procedure?.steps.map(({ title, lines }) => [title, lines])).toEqual([
    ["Mirar los logs", [{ first: 12, last: 16 }]],
    ["Reiniciar", [{ first: 18, last: 18 }]],
  ]);
});

test("a refused text has no places", () => {
  expect(place("mdx", "<script>1</script>")).toBeNull();
});
