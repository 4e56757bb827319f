import { type ComponentType, lazy, Suspense } from "react";

/** `next/dynamic` on a page from memory: a component that is fetched when it is first wanted. */
export default function dynamic<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const Wanted = lazy(async () => ({ default: await load() }));
  return (props: P) => (
    <Suspense fallback={null}>
      <Wanted {...props} />
    </Suspense>
  );
}
