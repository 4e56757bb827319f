import { type Point, round } from "./shape";

const headLength = 9;
const headWidth = 7;

/** A smooth line through its turns, as path data of SVG: it ends in the direction of its last turn. */
export function curveThrough(points: Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) return "";
  const parts = [`M${at(first)}`];
  rest.slice(0, -1).forEach((turn, index) => {
    const next = rest[index + 1] ?? last;
    const isLast = index === rest.length - 2;
    parts.push(`Q${at(turn)} ${at(isLast ? next : { x: (turn.x + next.x) / 2, y: (turn.y + next.y) / 2 })}`);
  });
  if (rest.length === 1) parts.push(`L${at(last)}`);
  return parts.join("");
}

/** The head of an arrow that comes from a point. */
export function headAt(tip: Point, from: Point): string {
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1;
  const [ux, uy] = [(tip.x - from.x) / length, (tip.y - from.y) / length];
  const foot = { x: tip.x - ux * headLength, y: tip.y - uy * headLength };
  const side = (sign: number) => ({
    x: foot.x - (sign * uy * headWidth) / 2,
    y: foot.y + (sign * ux * headWidth) / 2,
  });
  return `M${at(tip)}L${at(side(1))}L${at(side(-1))}Z`;
}

const at = ({ x, y }: Point) => `${round(x)} ${round(y)}`;
