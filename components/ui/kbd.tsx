/** A key as it is printed on the keyboard; `Mod` is ⌘ or Ctrl in the words of the reader's interface. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="inline-flex h-5 min-w-5 items-center justify-center rounded border border-line bg-raised px-1 text-xs leading-none text-muted">
      {children}
    </kbd>
  );
}
