import { classes } from "./classes";

const radius = 8;
const length = 2 * Math.PI * radius;

/** A thin ring of which `part` (0 to 1) is drawn, from the top. Decoration: the words beside it say the same. */
export function ClockArc({ part, className }: { part: number; className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 20 20" className={classes("size-5 -rotate-90", className)}>
      <circle cx="10" cy="10" r={radius} fill="none" strokeWidth="2" className="stroke-line" />
      <circle
        cx="10"
        cy="10"
        r={radius}
        fill="none"
        strokeWidth="2"
        stroke="currentColor"
        strokeDasharray={length}
        strokeDashoffset={length * (1 - Math.max(0, Math.min(1, part)))}
      />
    </svg>
  );
}
