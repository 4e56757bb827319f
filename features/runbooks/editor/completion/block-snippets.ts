import { type AuthorLanguage, authorWords } from "../author-words";

const fence = "```";

/**
 * Whole blocks of FORMAT.md to fill in, by name, in the language of the text; `#{field}` is a place to type, as CodeMirror's
 * snippets write it.
 */
export function blockSnippets(lang: AuthorLanguage): Record<string, string> {
  const w = authorWords(lang);
  const bash = (inside: string) => `${fence}bash\n${inside}\n${fence}`;
  const option = (label: string, more: string) => `<Option label="#{${label}}"${more}>\n\n#{${w.answer}}\n\n</Option>`;
  const step = (inside: string, more = "") => `<Step id="#{id}" title="#{${w.title}}"${more}>\n\n${inside}\n\n</Step>`;
  const expect = `<Expect>\n\n#{${w.expect}}\n\n</Expect>`;
  const undo = `<Undo>\n\n#{${w.undo}}\n\n</Undo>`;
  return {
    Procedure: `<Procedure id="#{id}" title="#{${w.procedure}}" severity="#{SEV2}">

<Symptoms>

- #{${w.symptom}}

</Symptoms>

<Diagnosis>

<Step id="#{id-look}" title="#{${w.look}}">

${bash("#{docker ps}")}

</Step>

</Diagnosis>

<Remediation>

<Step id="#{id-act}" title="#{${w.act}}" kind="change" within="#{5m}">

${bash("#{docker restart api}")}

${expect}

${undo}

</Step>

</Remediation>

<Escalation after="#{10m}">

- #{${w.escalate}}

</Escalation>

</Procedure>`,
    Symptoms: `<Symptoms>\n\n- #{${w.symptom}}\n\n</Symptoms>`,
    Causes: `<Causes>\n\n- #{${w.cause}}\n\n</Causes>`,
    Diagnosis: `<Diagnosis order="#{any}">\n\n${step(bash("#{}"))}\n\n</Diagnosis>`,
    Remediation: `<Remediation>\n\n${step(`${bash("#{}")}\n\n${undo}`, ' kind="change"')}\n\n</Remediation>`,
    Verification: `<Verification>\n\n${step(`${bash("#{}")}\n\n${expect}`)}\n\n</Verification>`,
    Escalation: `<Escalation after="#{5m}">\n\n- #{${w.escalate}}\n\n</Escalation>`,
    Step: step(bash("#{}")),
    Change: step(`${bash("#{}")}\n\n${undo}`, ` kind="change" target="#{${w.target}}"`),
    Irreversible: step(bash("#{}"), ` kind="change" target="#{${w.target}}" irreversible`),
    Expect: expect,
    Undo: undo,
    Decision: `<Decision id="#{id}" question="#{${w.question}}">\n\n${option(w.label, ' goto="#{id}"')}\n\n${option(w.otherLabel, ' outcome="#{escalate}"')}\n\n</Decision>`,
    Option: option(w.label, ' goto="#{id}"'),
    Checklist: `<Checklist id="#{id}" title="#{${w.title}}" when="#{start}">\n\n- #{${w.item}}\n\n</Checklist>`,
    Triage: `<Triage id="#{id}" title="#{${w.question}}">\n\n| ${w.symptomColumn} | ${w.severityColumn} | ${w.actionColumn} |\n| --- | --- | --- |\n| #{${w.observed}} | #{SEV2} | #{${w.act}} |\n\n</Triage>`,
    Callout: `<Callout type="#{warning}">\n\n#{${w.callout}}\n\n</Callout>`,
    Command: bash("#{}"),
    Snippet: `${fence}#{json}\n#{}\n${fence}`,
    Diagram: `${fence}mermaid\nflowchart LR\n  #{A} --> #{B}\n${fence}`,
  };
}

/** A snippet as the text that it becomes when nothing is typed into it. */
export const snippetText = (snippet: string): string => snippet.replace(/#\{([^}]*)\}/g, "$1");
