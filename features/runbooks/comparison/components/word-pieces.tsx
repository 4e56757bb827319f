export type Side = "before" | "after";
export type Pieces = { pieces: { text: string; changed: boolean }[]; side: Side };

const looks = {
  before: "rounded-sm bg-danger/20 line-through decoration-danger",
  after: "rounded-sm bg-success/25 underline decoration-success",
} as const;

/** Text with the words marked that the other side has not: struck through or underlined, and in colour. */
export function WordPieces({ pieces, side }: Pieces) {
  const Tag = side === "before" ? "del" : "ins";
  return pieces.map(({ text, changed }, index) =>
    changed ? (
      <Tag key={index} className={looks[side]}>
        {text}
      </Tag>
    ) : (
      text
    ),
  );
}
