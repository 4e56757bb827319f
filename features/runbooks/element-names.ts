/** The tags of FORMAT.md; nothing else is a component. Their attributes are in element-schema.ts. */
export const elementNames = [
  "Checklist",
  "Triage",
  "Procedure",
  "Symptoms",
  "Causes",
  "Diagnosis",
  "Remediation",
  "Verification",
  "Escalation",
  "Step",
  "Expect",
  "Decision",
  "Option",
  "Undo",
  "Callout",
] as const;
export type ElementName = (typeof elementNames)[number];

const known = new Set<string>(elementNames);
export const isElementName = (name: string): name is ElementName => known.has(name);
