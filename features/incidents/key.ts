/** `INC-42` of 42. */
export const keyOf = (number: number) => `INC-${number}` as const;

/** 42 of `INC-42`, `inc-42` or `42`; 0, which no incident has, of anything else. */
export function numberOf(key: string): number {
  const digits = /^(?:inc-)?([1-9]\d{0,8})$/i.exec(key.trim())?.[1];
  return digits ? Number(digits) : 0;
}
