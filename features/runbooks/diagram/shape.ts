import type { FlowShape } from "./flowchart";
import type { TextBox } from "./measure";

export type Point = { x: number; y: number };
export type Size = { width: number; height: number };

const padding = { x: 16, y: 10 };
/** Pixels across a mark without a text. */
const mark = 18;

/** The box in pixels that a shape needs around its text. */
export function sizeOf(shape: FlowShape, text: TextBox): Size {
  const width = text.width + 2 * padding.x;
  const height = text.height + 2 * padding.y;
  switch (shape) {
    // A rectangle w × h stands in a rhombus W × H when w/W + h/H ≤ 1.
    case "diamond":
      return { width: text.width / 0.62 + 16, height: text.height / 0.38 + 8 };
    case "circle": {
      const across = Math.hypot(text.width, text.height) + 2 * padding.y;
      return { width: across, height: across };
    }
    case "start":
    case "end":
      return { width: mark, height: mark };
    case "stadium":
    case "hexagon":
      return { width: width + height / 2, height };
    case "subroutine":
      return { width: width + 16, height };
    case "database":
      return { width, height: height + 20 };
    default:
      return { width, height };
  }
}

/** Where a line from the middle of a shape towards a point leaves it; null where its box says it well enough. */
export function edgeOf(shape: FlowShape, middle: Point, { width, height }: Size, towards: Point): Point | null {
  const [dx, dy] = [towards.x - middle.x, towards.y - middle.y];
  const reach =
    shape === "diamond"
      ? 1 / (Math.abs(dx) / (width / 2) + Math.abs(dy) / (height / 2))
      : ["circle", "start", "end"].includes(shape)
        ? width / 2 / Math.hypot(dx, dy)
        : null;
  if (reach === null || !Number.isFinite(reach)) return null;
  return { x: middle.x + dx * reach, y: middle.y + dy * reach };
}

/** The outline of a shape around a point, as path data of SVG. */
export function outlineOf(shape: FlowShape, { x, y }: Point, { width, height }: Size): string {
  const [left, right, top, bottom] = [x - width / 2, x + width / 2, y - height / 2, y + height / 2];
  switch (shape) {
    case "diamond":
      return `M${round(x)} ${round(top)}L${round(right)} ${round(y)}L${round(x)} ${round(bottom)}L${round(left)} ${round(y)}Z`;
    case "hexagon": {
      const slope = height / 4;
      return `M${round(left + slope)} ${round(top)}H${round(right - slope)}L${round(right)} ${round(y)}L${round(right - slope)} ${round(bottom)}H${round(left + slope)}L${round(left)} ${round(y)}Z`;
    }
    // With the rule of even and odd: a ring, and a disc in it.
    case "end":
      return [width, width - 4, width - 9].map((across) => disc(x, y, across)).join("");
    case "start":
      return disc(x, y, width - 4);
    case "circle":
      return roundedBox(left, top, width, height, width / 2);
    case "stadium":
      return roundedBox(left, top, width, height, height / 2);
    case "rounded":
      return roundedBox(left, top, width, height, 10);
    case "subroutine":
      return `${roundedBox(left, top, width, height, 2)}M${round(left + 8)} ${round(top)}V${round(bottom)}M${round(right - 8)} ${round(top)}V${round(bottom)}`;
    case "database": {
      const arc = `${round(width / 2)} 8 0 0`;
      return `M${round(left)} ${round(top + 8)}A${arc} 1 ${round(right)} ${round(top + 8)}V${round(bottom - 8)}A${arc} 1 ${round(left)} ${round(bottom - 8)}ZM${round(right)} ${round(top + 8)}A${arc} 1 ${round(left)} ${round(top + 8)}`;
    }
    case "box":
      return roundedBox(left, top, width, height, 2);
  }
}

const disc = (x: number, y: number, across: number) =>
  roundedBox(x - across / 2, y - across / 2, across, across, across / 2);

function roundedBox(left: number, top: number, width: number, height: number, radius: number): string {
  const corner = (dx: number, dy: number) => `a${round(radius)} ${round(radius)} 0 0 1 ${round(dx)} ${round(dy)}`;
  const [across, down] = [round(width - 2 * radius), round(height - 2 * radius)];
  return `M${round(left + radius)} ${round(top)}h${across}${corner(radius, radius)}v${down}${corner(-radius, radius)}h${-across}${corner(-radius, -radius)}v${-down}${corner(radius, -radius)}Z`;
}

/** To a tenth of a pixel: a page carries these numbers. */
export const round = (value: number) => Math.round(value * 10) / 10;
