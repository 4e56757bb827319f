import { env } from "./env";

/** The time zone that the portal's own schedules go by, an IANA name: `TIME_ZONE`, else the machine's. */
export const portalZone = (): string => env().TIME_ZONE ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
