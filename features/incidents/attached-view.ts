import type { ChecklistMoment } from "../runbooks/plan";
import type { ChecklistView, FollowUpView } from "./incident-schema";
import { iso } from "./incident-view";

type ItemRow = {
  id: string;
  checklist: string;
  title: string;
  moment: string;
  itemTitle: string;
  checkedAt: Date | null;
  checkedBy: string | null;
  version: number;
};

export const itemView = (row: ItemRow) => ({
  id: row.id,
  title: row.itemTitle,
  checkedAt: iso(row.checkedAt),
  checkedBy: row.checkedBy,
  version: row.version,
});

const moments: readonly string[] = ["start", "recovery", "close"] satisfies ChecklistMoment[];

/** Items grouped into their checklists, in the order in which their moments come. */
export function checklistViews(items: ItemRow[]): ChecklistView[] {
  const lists = new Map<string, ChecklistView>();
  for (const item of items) {
    const { checklist, title } = item;
    const list = lists.get(checklist) ?? { checklist, title, moment: item.moment as ChecklistMoment, items: [] };
    list.items.push(itemView(item));
    lists.set(checklist, list);
  }
  return [...lists.values()].sort((a, b) => moments.indexOf(a.moment) - moments.indexOf(b.moment));
}

type FollowUpRow = {
  id: string;
  title: string;
  ownerId: string | null;
  ownerName: string;
  dueOn: Date;
  doneAt: Date | null;
  version: number;
};

export const followUpView = (row: FollowUpRow): FollowUpView => ({
  id: row.id,
  title: row.title,
  owner: { id: row.ownerId, name: row.ownerName },
  dueOn: row.dueOn.toISOString().slice(0, 10),
  doneAt: iso(row.doneAt),
  version: row.version,
});
