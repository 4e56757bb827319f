import { type Heredoc, heredocEnd, heredocOpening } from "./heredoc";
import { isEscapedAt } from "./plain-word";

type Kind = "none" | "single" | "ansi" | "double" | "expansion" | "arithmetic" | "heredoc";

/** How a shell reads the text at one place: bare words, quotes, or a here-document. */
export type ShellContext = {
  quote: Kind | "literal-heredoc" | "comment";
  /** The here-document that the place stands in. */
  heredoc: Heredoc | null;
  /** How many back-tick substitutions stand around: each takes a layer of back-slashes off. */
  backticks: number;
  /** A back-slash stands right before. */
  escaped: boolean;
  /** What stands right before is a variable's name, or the `$` of one: a word would become part of it. */
  afterName: "none" | "dollar" | "name";
  /** A quote of another language inside the shell's, e.g. the `'` of SQL in `psql -c "… '<id>'"`. */
  inner: '"' | "'" | null;
  /** The text is handed to another interpreter, which reads it again: `ssh host "…"`, `bash -c '…'`, `eval "…"`. */
  again: boolean;
};

type Frame = { kind: Kind; opens: "" | "(" | "$(" | "`"; start: number; end?: number; heredoc?: Heredoc };

const readsAgain =
  /(?:^|[\s;&|(])(?:(?:ssh|eval|watch|xargs)\s|(?:ba|z|da|k)?sh\s+(?:-\w+\s+)*-\w*c\s|su\s.*-c\s)(?:\\\n|[^;|&\n])*$/;
const readsWordsAgain = /(?:^|[\s;&|(])(?:ssh|eval|watch)\s(?:\\\n|[^;|&\n])*$/;
const interpreter =
  /(?:^|[\s;&|(])(?:ssh|(?:ba|z|da|k)?sh|su|psql|mysql|mariadb|sqlite3|sqlcmd|redis-cli|mongo(?:sh)?|python3?|node|perl|ruby|kubectl\s+exec|docker\s+exec)\b/;
const pipedOn = /^[^\n]*\|\s*(?:sudo\s+)?(?:ssh|(?:ba|z|da|k)?sh)\b/;

/** Scans a command up to `at` (POSIX 2.2, quoting; 2.6, expansions; 2.7.4, here-documents) and says how a shell reads what stands there. */
export function shellContextAt(text: string, at: number): ShellContext {
  const stack: Frame[] = [{ kind: "none", opens: "", start: 0 }];
  const waiting: Heredoc[] = [];
  let i = 0;
  while (i < at) {
    const frame = stack.at(-1) as Frame;
    if (frame.end !== undefined && i >= frame.end) {
      stack.pop();
      continue;
    }
    const char = text[i] ?? "";
    if (frame.kind === "none" && char === "#" && (i === 0 || /[\s;&|(]/.test(text[i - 1] ?? ""))) {
      const end = text.indexOf("\n", i);
      if (end === -1 || end >= at) return { ...blank, quote: "comment" };
      i = end;
    } else if (frame.kind === "none" && char === "\n" && waiting.length > 0) {
      const document = waiting.shift() as Heredoc;
      const end = heredocEnd(text, i + 1, document);
      if (at > i && at < end.body) {
        const again = interpreter.test(document.command);
        if (document.literal) return { ...blank, quote: "literal-heredoc", heredoc: document, again };
        stack.push({ kind: "heredoc", opens: "", start: i + 1, end: end.body, heredoc: document });
        i += 1;
      } else i = end.after;
    } else {
      const opening = frame.kind === "none" ? heredocOpening(text, i) : null;
      if (opening) waiting.push(opening);
      i = opening ? opening.end : step(text, i, stack);
    }
  }
  return contextOf(text, at, stack);
}

const blank: ShellContext = {
  quote: "none",
  heredoc: null,
  backticks: 0,
  escaped: false,
  afterName: "none",
  inner: null,
  again: false,
};

/** Reads what begins at `i`, opening and closing frames; where to go on. */
function step(text: string, i: number, stack: Frame[]): number {
  const frame = stack.at(-1) as Frame;
  const { kind } = frame;
  const char = text[i] ?? "";
  const next = text[i + 1] ?? "";
  const push = (opened: Kind, opens: Frame["opens"], length: number) => {
    stack.push({ kind: opened, opens, start: i + length });
    return i + length;
  };
  const pop = (length: number) => {
    stack.pop();
    return i + length;
  };
  if (kind === "single") return char === "'" ? pop(1) : i + 1;
  if (char === "\\") return i + 2;
  if (kind === "ansi") return char === "'" ? pop(1) : i + 1;
  if (char === "$" && text.startsWith("((", i + 1)) return push("arithmetic", "", 3);
  if (char === "$" && next === "(") return push("none", "$(", 2);
  if (char === "$" && next === "{") return push("expansion", "", 2);
  if (char === "`") {
    const opened = stack.findLastIndex(({ opens }) => opens === "`");
    if (opened === -1) return push("none", "`", 1);
    stack.length = opened;
    return i + 1;
  }
  if (kind === "arithmetic") return text.startsWith("))", i) ? pop(2) : i + 1;
  if (kind === "expansion" && char === "}") return pop(1);
  if (kind === "heredoc") return i + 1;
  if (char === '"') return kind === "double" ? pop(1) : push("double", "", 1);
  if (kind === "double") return i + 1;
  const quoted = stack.at(-2)?.kind === "double" || stack.at(-2)?.kind === "heredoc";
  if (char === "'") return kind === "expansion" && quoted ? i + 1 : push("single", "", 1);
  if (kind === "expansion") return i + 1;
  if (char === "$" && next === "'") return push("ansi", "", 2);
  if (char === "(" && next === "(" && /(?:^|[;&|(\n])\s*$/.test(text.slice(0, i))) return push("arithmetic", "", 2);
  if (char === "(") return push("none", "(", 1);
  if (char === ")" && (frame.opens === "(" || frame.opens === "$(")) return pop(1);
  return i + 1;
}

function contextOf(text: string, at: number, stack: Frame[]): ShellContext {
  const { kind, start, heredoc = null } = stack.at(-1) as Frame;
  const line = text.slice(0, at);
  const inQuotes = kind === "single" || kind === "double" || kind === "ansi";
  const expands = kind === "none" || kind === "double" || kind === "heredoc";
  const name = expands ? /\$(\w*)$/.exec(line) : null;
  const isName = name !== null && !isEscapedAt(text, name.index);
  return {
    quote: kind,
    heredoc,
    backticks: stack.filter(({ opens }) => opens === "`").length,
    escaped: kind !== "single" && isEscapedAt(text, at),
    afterName: isName ? (name[1] ? "name" : "dollar") : "none",
    inner: inQuotes ? openQuote(text.slice(start, at), kind === "double" ? "'" : '"') : null,
    again:
      stack.some((frame) => frame.kind !== "none" && readsAgain.test(text.slice(0, frame.start - 1))) ||
      (kind === "none" && readsWordsAgain.test(line)) ||
      (heredoc !== null && interpreter.test(heredoc.command)) ||
      pipedOn.test(text.slice(at)),
  };
}

function openQuote(text: string, mark: '"' | "'"): '"' | "'" | null {
  let open = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === mark) open = !open;
  }
  return open ? mark : null;
}
