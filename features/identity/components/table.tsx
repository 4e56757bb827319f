import type { ReactNode } from "react";

/** A table; on a narrow screen its rows fall apart into lines, so that nothing has to be scrolled sideways. */
export function Table({ label, head, children }: { label: string; head: string[]; children: ReactNode }) {
  return (
    <div className="rounded border border-line">
      <table aria-label={label} className="w-full border-collapse text-left max-md:block">
        <thead className="bg-raised text-sm text-muted max-md:sr-only">
          <tr>
            {head.map((title) => (
              <th key={title} scope="col" className="px-3 py-2 font-medium">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line max-md:block">{children}</tbody>
      </table>
    </div>
  );
}

export function Row({ children }: { children: ReactNode }) {
  return <tr className="max-md:block max-md:py-2">{children}</tr>;
}

/** @param label what the value is, where the head of its column is not in sight */
export function Cell({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <td className="px-3 py-2 align-middle max-md:block max-md:py-1">
      {label && <span className="text-sm text-muted md:hidden">{label}: </span>}
      {children}
    </td>
  );
}
