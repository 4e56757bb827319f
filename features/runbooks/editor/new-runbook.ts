import { stringify } from "yaml";
import { idFrom, idPool } from "../pipeline/slug";

/** The words of a new runbook, in the author's language (`editing.template` of the messages). */
export type TemplateWords = Record<
  "owner" | "summary" | "hints" | "structure" | "symptom" | "look" | "act" | "undo" | "expect" | "escalate",
  string
>;

type NewRunbook = { title: string; service: string; lang: string };

/** The text that a new runbook starts with: it passes the gate, and its comments say what to do with each part. */
export function newRunbook({ title, service, lang }: NewRunbook, words: TemplateWords): string {
  const pool = idPool();
  const idFor = (text: string) => pool(idFrom(text));
  const frontMatter = stringify({
    title,
    service,
    lang,
    owner: words.owner,
    criticality: "medium",
    summary: words.summary,
  });
  return `---
${frontMatter}# ${words.hints}
# tags: [docker, postgres]
# alerts:
#   - alertname="HighErrorRate"
# variables:
#   - { name: API_TOKEN, secret: true }
---

{/* ${words.structure} */}

<Procedure id="${idFor(title)}" title=${attribute(title)} severity="SEV2">

<Symptoms>

- ${words.symptom}

</Symptoms>

<Diagnosis>

<Step id="${idFor(words.look)}" title=${attribute(words.look)}>

\`\`\`bash
docker ps
\`\`\`

</Step>

</Diagnosis>

<Remediation>

<Step id="${idFor(words.act)}" title=${attribute(words.act)} kind="change" target="${service}" within="2m">

\`\`\`bash
docker restart ${service}
\`\`\`

<Expect>

${words.expect}

</Expect>

<Undo>

${words.undo}

</Undo>

</Step>

</Remediation>

<Escalation after="10m">

- ${words.escalate}

</Escalation>

</Procedure>
`;
}

/** A quoted attribute: MDX has no escape for a quote inside one, but knows character references. */
const attribute = (text: string) => `"${text.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`;
