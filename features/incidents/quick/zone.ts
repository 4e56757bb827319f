/** A wall clock reading; `day` is the number of days after 1970-01-01. */
export type Wall = { day: number; hour: number; minute: number };

const offsetPattern = /^([+-])(\d{2}):?(\d{2})$/;
const dayMs = 86_400_000;

/** Whether a zone is an offset such as `-03:00` or an IANA name that this machine knows. */
export function isZone(zone: string): boolean {
  if (offsetPattern.test(zone)) return true;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

// Making one costs more than a hundred uses of it, and a pasted transcript asks for thousands of times.
const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  if (formats.size < 1_000) formats.set(zone, format);
  return format;
}

/** Milliseconds that the zone's clocks are ahead of UTC at that instant. */
function offsetAt(instant: Date, zone: string): number {
  const [, sign, hours, minutes] = offsetPattern.exec(zone) ?? [];
  if (sign) return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  const parts = formatOf(zone).formatToParts(instant);
  const value = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(
    value("year"),
    value("month") - 1,
    value("day"),
    value("hour"),
    value("minute"),
    value("second"),
  );
  return wall - Math.floor(instant.getTime() / 1_000) * 1_000;
}

/** What the clocks of a zone show; an unknown zone is read as UTC. */
export function wallOf(instant: Date, zone: string): Wall {
  const local = instant.getTime() + offsetAt(instant, isZone(zone) ? zone : "UTC");
  const day = Math.floor(local / dayMs);
  const minutes = Math.floor((local - day * dayMs) / 60_000);
  return { day, hour: Math.floor(minutes / 60), minute: minutes % 60 };
}

/** The instants at which a zone's clocks show this, the earlier first: two in the hour that comes twice, none in one that never comes. */
export function instantsOf(wall: Wall, zone: string): Date[] {
  const known = isZone(zone) ? zone : "UTC";
  const local = localOf(wall);
  const offsets = new Set([offsetAt(new Date(local - dayMs), known), offsetAt(new Date(local + dayMs), known)]);
  const candidates = [...offsets].map((offset) => local - offset);
  return candidates
    .filter((at) => at + offsetAt(new Date(at), known) === local)
    .sort((a, b) => a - b)
    .map((at) => new Date(at));
}

/** The instant at which a zone's clocks show this: the later one of an hour that comes twice, and an hour that never comes counts on from before. */
export function instantOf(wall: Wall, zone: string): Date {
  const local = localOf(wall);
  const before = offsetAt(new Date(local - dayMs), isZone(zone) ? zone : "UTC");
  return instantsOf(wall, zone).at(-1) ?? new Date(local - before);
}

const localOf = ({ day, hour, minute }: Wall) => day * dayMs + (hour * 60 + minute) * 60_000;
