/** How a shell reads the text at one place: bare words, quotes, or a here-document. */
export type ShellContext = {
  quote: "none" | "single" | "double" | "heredoc" | "literal-heredoc" | "comment";
  /** A quote of another language inside the shell's, e.g. the `'` of SQL in `psql -c "… '<id>'"`. */
  inner: '"' | "'" | null;
  /** The text is handed to another shell, which reads it again: `ssh host "…"`, `bash -c '…'`, `eval "…"`. */
  again: boolean;
};

type Frame = { quote: "none" | "single" | "double"; closes: string; start: number };

const readsAgain =
  /(?:^|[\s;&|(])(?:ssh\s|eval\s|(?:ba|z|da|k)?sh\s+(?:-\w+\s+)*-\w*c\s|su\s.*-c\s|watch\s|xargs\s)[^;|&\n]*$/;

/** Scans a command up to `at` (POSIX 2.2, quoting; 2.7.4, here-documents) and says how a shell reads what stands there. */
export function shellContextAt(text: string, at: number): ShellContext {
  const document = heredocAt(text, at);
  if (document) return { quote: document, inner: null, again: false };
  const stack: Frame[] = [{ quote: "none", closes: "", start: 0 }];
  let i = 0;
  while (i < at) {
    const frame = stack[stack.length - 1] as Frame;
    const char = text[i] ?? "";
    if (char === frame.closes && stack.length > 1) {
      stack.pop();
    } else if (frame.quote !== "single") {
      if (char === "\\") i++;
      else if (char === "$" && text[i + 1] === "(") stack.push({ quote: "none", closes: ")", start: ++i + 1 });
      else if (char === "`") stack.push({ quote: "none", closes: "`", start: i + 1 });
      else if (char === '"') stack.push({ quote: "double", closes: '"', start: i + 1 });
      else if (frame.quote === "none" && char === "'") stack.push({ quote: "single", closes: "'", start: i + 1 });
      else if (frame.quote === "none" && startsComment(text, i)) {
        const end = text.indexOf("\n", i);
        if (end === -1 || end >= at) return { quote: "comment", inner: null, again: false };
        i = end;
      }
    }
    i++;
  }
  const { quote, start } = stack[stack.length - 1] as Frame;
  const inner = quote === "none" ? null : openQuote(text.slice(start, at), quote === "single" ? '"' : "'");
  return { quote, inner, again: stack.some((frame) => frame.quote !== "none" && isReadAgain(text, frame.start)) };
}

const startsComment = (text: string, i: number) => text[i] === "#" && (i === 0 || /\s/.test(text[i - 1] ?? ""));

const isReadAgain = (text: string, start: number) => readsAgain.test(text.slice(0, start - 1));

function openQuote(text: string, mark: '"' | "'"): '"' | "'" | null {
  let open = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === mark) open = !open;
  }
  return open ? mark : null;
}

function heredocAt(text: string, at: number): "heredoc" | "literal-heredoc" | null {
  for (const match of text.matchAll(/<<-?\s*(['"\\]?)([A-Za-z_]\w*)['"]?[^\n]*\n/g)) {
    const body = match.index + match[0].length;
    const rest = text.slice(body);
    const end = new RegExp(`^\\t*${match[2]}$`, "m").exec(rest);
    const stop = end ? body + end.index : text.length;
    if (at >= body && at < stop) return match[1] ? "literal-heredoc" : "heredoc";
  }
  return null;
}
