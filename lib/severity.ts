/** Severities, worst first. SEV1 is the most severe. */
export const severities = ["SEV1", "SEV2", "SEV3", "SEV4"] as const;
export type Severity = (typeof severities)[number];
