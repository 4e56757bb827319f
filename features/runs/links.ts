type Placed = { id: string; incident: { key: string } | null };

/** The page of a run: under its incident, or alone. */
export const runHref = ({ id, incident }: Placed): string =>
  incident ? `/incidents/${incident.key}/runs/${id}` : `/runs/${id}`;

/** Where a procedure is started. @param target `service/file#procedure` */
export function startHref(target: string, key?: string): string {
  const [runbook = "", procedure = ""] = target.split("#");
  return `/runs/new?${new URLSearchParams({ runbook, procedure, ...(key ? { incident: key } : {}) })}`;
}
