import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

export const typedRunbook = "tecleo/tecleo";

const procedures = 14;
const steps = 9;

/** A runbook of about 3,000 lines: procedures with steps, commands, what is expected and how to go back. */
export function longText(): string {
  const head = "---\ntitle: Tecleo\nservice: tecleo\nlang: es\nowner: Equipo\n---\n";
  return [head, ...Array.from({ length: procedures }, (_, n) => procedure(n))].join("\n");
}

function procedure(n: number): string {
  const all = Array.from({ length: steps }, (_, at) => step(`paso-${n}-${at}`, `Paso ${n} ${at}`)).join("\n\n");
  return `<Procedure id="caso-${n}" title="Caso ${n}" severity="SEV2">\n\n<Symptoms>\n\n- Se ve **algo** ${n}\n\n</Symptoms>\n\n<Remediation>\n\n${all}\n\n</Remediation>\n\n</Procedure>\n`;
}

const step = (id: string, title: string) => `<Step id="${id}" title="${title}" kind="change" target="api">

Texto de ${id}.

\`\`\`bash
docker logs api --since 5m | grep -i "$PATRON"
docker restart <contenedor>
\`\`\`

<Expect>

Vuelve en \`30s\`.

</Expect>

<Undo>

Nada que deshacer.

</Undo>

</Step>`;

/** Adds it to a content folder. */
export async function writeLongText(content: string): Promise<void> {
  const file = path.join(content, "runbooks", `${typedRunbook}.mdx`);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, longText());
}
