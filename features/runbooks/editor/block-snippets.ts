const fence = "```";

/** Whole blocks of FORMAT.md to fill in, by name; `#{field}` is a place to type, as CodeMirror's snippets write it. */
export const blockSnippets: Record<string, string> = {
  Procedure: `<Procedure id="#{id}" title="#{title}" severity="#{SEV2}">

<Symptoms>

- #{}

</Symptoms>

<Diagnosis>

</Diagnosis>

<Remediation>

</Remediation>

</Procedure>`,
  Symptoms: "<Symptoms>\n\n- #{}\n\n</Symptoms>",
  Causes: "<Causes>\n\n- #{}\n\n</Causes>",
  Diagnosis: '<Diagnosis order="#{any}">\n\n#{}\n\n</Diagnosis>',
  Remediation: "<Remediation>\n\n#{}\n\n</Remediation>",
  Verification: "<Verification>\n\n#{}\n\n</Verification>",
  Escalation: '<Escalation after="#{5m}">\n\n- #{}\n\n</Escalation>',
  Step: `<Step id="#{id}" title="#{title}">\n\n${fence}bash\n#{}\n${fence}\n\n</Step>`,
  Change: `<Step id="#{id}" title="#{title}" kind="change" target="#{target}">\n\n${fence}bash\n#{}\n${fence}\n\n<Undo>\n\n#{}\n\n</Undo>\n\n</Step>`,
  Expect: "<Expect>\n\n#{}\n\n</Expect>",
  Undo: "<Undo>\n\n#{}\n\n</Undo>",
  Decision:
    '<Decision id="#{id}" question="#{question}">\n\n<Option label="#{label}" goto="#{target}">\n\n#{}\n\n</Option>\n\n</Decision>',
  Option: '<Option label="#{label}" goto="#{target}">\n\n#{}\n\n</Option>',
  Checklist: '<Checklist id="#{id}" title="#{title}" when="#{start}">\n\n- #{}\n\n</Checklist>',
  Triage:
    '<Triage id="#{id}" title="#{title}">\n\n| #{symptom} | #{severity} | #{action} |\n| --- | --- | --- |\n| #{} | SEV2 |  |\n\n</Triage>',
  Callout: '<Callout type="#{warning}">\n\n#{}\n\n</Callout>',
  Command: `${fence}bash\n#{}\n${fence}`,
  Diagram: `${fence}mermaid\n#{}\n${fence}`,
};
