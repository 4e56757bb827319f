import { type Severity, severities } from "@/lib/severity";

export const isSeverity = (value: unknown): value is Severity => severities.some((severity) => severity === value);
