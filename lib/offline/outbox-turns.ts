/** Runs `work` while nobody else of this browser runs the same name. */
export type Turns = (name: string, work: () => Promise<void>) => Promise<void>;

/** Over all tabs by Web Locks; a browser without them (a page that did not come by HTTPS) takes turns in each tab. */
export function browserTurns(): Turns {
  // Missing outside of a secure context, whatever the types say.
  const locks = navigator.locks as LockManager | undefined;
  return locks ? (name, work) => locks.request(name, work) : pageTurns();
}

/** Turns within one page. */
export function pageTurns(): Turns {
  const last = new Map<string, Promise<void>>();
  return (name, work) => {
    const turn = (last.get(name) ?? Promise.resolve()).then(work);
    last.set(
      name,
      turn.catch(() => {}),
    );
    return turn;
  };
}
