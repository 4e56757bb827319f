type Listener = () => void;

const listeners = new Set<Listener>();
let open = false;

/** Opens or closes the form for stakeholders, from wherever somebody asks for it: a button, the nudge, `/update` in the composer. */
export function openUpdateForm(next = true): void {
  open = next;
  for (const listener of listeners) listener();
}

export const updateFormStore = {
  subscribe: (listener: Listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  isOpen: () => open,
};
