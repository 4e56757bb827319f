import type { RoleName } from "../schema";
import type { HandoverView } from "./schema";

export type HandoverRow = {
  id: string;
  role: RoleName;
  fromId: string | null;
  fromName: string;
  toId: string;
  toName: string;
  state: HandoverView["state"];
  note: string;
  offeredAt: Date;
};

/** What the API and the pages show of a role on its way. */
export const handoverView = (row: HandoverRow): HandoverView => ({
  id: row.id,
  role: row.role,
  from: { id: row.fromId, name: row.fromName },
  to: { id: row.toId, name: row.toName },
  state: row.state,
  note: row.note,
  offeredAt: row.offeredAt.toISOString(),
});
