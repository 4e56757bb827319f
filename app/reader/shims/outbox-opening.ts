// `components/layout/outbox/opening.ts` on a page from memory: fetched, dialog and all, once somebody is signed in.
export const outboxParts = async () => {
  const [{ openOutbox }, { OutboxDialog }] = await Promise.all([
    import("@/lib/offline/browser-outbox"),
    import("@/components/layout/outbox/outbox-dialog"),
  ]);
  return { openOutbox, OutboxDialog };
};
