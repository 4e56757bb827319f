const pad = (value: number) => String(value).padStart(2, "0");

/** An instant as `<input type="datetime-local">` wants it: wall clock of this browser, to the second. Empty for null. */
export function toLocalInput(at: string | null): string {
  if (!at) return "";
  const date = new Date(at);
  const day = [date.getFullYear(), pad(date.getMonth() + 1), pad(date.getDate())].join("-");
  return `${day}T${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())}`;
}

/** The instant of such a field; null when it is empty or half filled. */
export function fromLocalInput(value: string): string | null {
  const at = new Date(value);
  return value === "" || Number.isNaN(at.getTime()) ? null : at.toISOString();
}
