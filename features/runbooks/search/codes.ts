/** Names that an error is known by, wherever it happens: exceptions, errno, error numbers, alerts. */
const codes = [
  /\b[A-Z][A-Za-z0-9_]*(?:Error|Exception|Failure|Failed|Killed|BackOff|Timeout|Exceeded|Refused|Denied|Fault|Panic|Abort)\b/,
  /\bE[A-Z]{3,14}\b/,
  /\b[A-Z]{1,8}[-_]?\d{2,7}\b/,
  /\b(?:ORA|TNS|PLS|SQLSTATE|HRESULT|ERR|CVE)[-_ ][\w-]+/,
  /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/,
  /\b[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+\b/,
];

/** Whether a word of a text is such a name: worth more than a word. */
export const isCode = (raw: string): boolean => codes.some((code) => code.test(raw));
