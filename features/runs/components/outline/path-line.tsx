import type { PathNode } from "../../path-picture";

/** In px: distance of two places, height of a lane, and where the first place stands. */
const size = { step: 28, lane: 22, left: 18, top: 13 };

type Placed = PathNode & { x: number; y: number };

/** One line of the picture. The way walked is thick; branches not taken hang below it, dashed. Words for it stand in the list beside. */
export function PathLine({ nodes, begins }: { nodes: PathNode[]; begins: boolean }) {
  const branched = nodes.some(({ state }) => state === "not_taken");
  const placed = nodes.map((node, index): Placed => {
    const y = size.top + (node.state === "not_taken" ? size.lane : 0);
    return { ...node, x: size.left + index * size.step, y };
  });
  const main = placed.filter(({ state }) => state !== "not_taken");
  const width = size.left * 2 + (nodes.length - 1) * size.step;
  return (
    <svg
      aria-hidden
      width={width}
      height={size.top * 2 + (branched ? size.lane : 0)}
      className="max-w-full text-ink"
      fill="none"
      strokeLinecap="round"
    >
      {main[0] && !begins && <Way from={{ x: 0, y: size.top }} to={main[0]} walked={isWalked(main[0])} />}
      {main.slice(1).map((node, index) => (
        <Way key={node.id} from={main[index] ?? node} to={node} walked={isWalked(node)} />
      ))}
      {placed.map(
        (node, index) => node.state === "not_taken" && <Branch key={node.id} to={node} from={placed[index - 1]} />,
      )}
      {placed.map((node) => (
        <Mark key={node.id} node={node} />
      ))}
    </svg>
  );
}

const isWalked = ({ state, here }: PathNode) => state !== "pending" || here;

type Point = { x: number; y: number };

function Way({ from, to, walked }: { from: Point; to: Point; walked: boolean }) {
  return (
    <line
      x1={from.x}
      y1={from.y}
      x2={to.x}
      y2={to.y}
      className={walked ? "stroke-accent" : "stroke-line-strong"}
      strokeWidth={walked ? 3 : 1.5}
    />
  );
}

function Branch({ from, to }: { from: Placed | undefined; to: Placed }) {
  const start = from ?? { x: 0, y: size.top };
  const middle = (start.x + to.x) / 2;
  const path = `M${start.x} ${start.y}C${middle} ${start.y} ${middle} ${to.y} ${to.x} ${to.y}`;
  return <path d={path} className="stroke-line-strong" strokeWidth={1.5} strokeDasharray="2 4" />;
}

/** A shape for each state, so that colour is never alone; questions are diamonds. */
function Mark({ node }: { node: Placed }) {
  const { x, y, state, decision, here, count } = node;
  const filled = state === "done";
  const look = filled
    ? "fill-accent stroke-accent"
    : state === "failed"
      ? "fill-surface stroke-danger"
      : "fill-surface stroke-current";
  return (
    <g
      transform={`translate(${x} ${y})`}
      className={state === "pending" || state === "not_taken" ? "text-muted" : "text-ink"}
    >
      {here && <circle r={11} className="stroke-accent" strokeWidth={2} />}
      {count > 1 ? (
        <>
          <rect x={-12} y={-8} width={24} height={16} rx={8} className={look} strokeWidth={1.5} />
          <text
            textAnchor="middle"
            y={4}
            className={`stroke-none text-xs ${filled ? "fill-accent-ink" : "fill-current"}`}
          >
            {count}
          </text>
        </>
      ) : decision ? (
        <rect
          x={-5}
          y={-5}
          width={10}
          height={10}
          transform="rotate(45)"
          className={look}
          strokeWidth={1.75}
          {...dashed(state)}
        />
      ) : (
        <circle r={6} className={look} strokeWidth={1.75} {...dashed(state)} />
      )}
      {state === "failed" && <path d="M-3 -3L3 3M3 -3L-3 3" className="stroke-danger" strokeWidth={1.75} />}
      {state === "skipped" && <path d="M-4 4L4 -4" className="stroke-current" strokeWidth={1.75} />}
      {state === "active" && <path d="M0 -6A6 6 0 0 1 0 6Z" className="fill-accent stroke-none" />}
    </g>
  );
}

const dashed = (state: PathNode["state"]) => (state === "not_taken" ? { strokeDasharray: "2 2.5" } : {});
