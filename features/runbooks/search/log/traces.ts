/** How the frames of a stack trace look: JVM, JavaScript, Python, Go, Rust, .NET, Ruby, PHP, C. */
const frames = [
  /^\s*at\s+(?:async\s+)?[\w$.<>[\]/ ]+(?:\(|\s+in\s+|$)/,
  /^\s*at\s+(?:async\s+)?(?:file:\/\/|\/|node:|[A-Z]:\\)\S+:\d+/,
  /^\s*\.{3} \d+ (?:more|common frames omitted)/,
  /^\s*File "[^"]+", line \d+/,
  /^\s*goroutine \d+ \[/,
  /^\t\S+\.go:\d+(?: \+0x[0-9a-f]+)?$/,
  /^\s*(?:created by )?[\w./*()-]+\((?:0x[0-9a-f]+|\{|\.{3}|\)).*\)?$/,
  /^\s*#\d+\s+(?:0x|\S+\(\d+\))/,
  /^\s*from \S+:\d+:in /,
  /^\s+\d+: (?:0x[0-9a-f]+ - )?[\w:<>]+/,
];
const python = /^\s*File "[^"]+", line \d+/;
const header = /^\s*(?:Traceback \(most recent call last\):|Stack trace:|Backtrace:|stack backtrace:)\s*$/i;
const underline = /^\s*[\^~]+\s*$/;

/** Code that somebody else wrote: the frame that tells where to look is the first that is not in it. */
const foreign =
  /node_modules|node:|site-packages|dist-packages|\/usr\/(?:lib|local)\/|\/gems\/|vendor\/|runtime\/|<frozen|\bat (?:async )?(?:java|javax|jdk|jakarta|sun|com\.sun|org\.(?:springframework|apache|hibernate|eclipse|jboss)|io\.netty|reactor|kotlin|scala|com\.zaxxer|System|Microsoft)\./;

/** What a line is in a stack trace, if anything; Python quotes the code under each of its frames. */
export function frameKind(text: string, before: string | undefined): "frame" | "header" | "quoted" | null {
  if (header.test(text)) return "header";
  if (underline.test(text)) return "quoted";
  if (frames.some((pattern) => pattern.test(text))) return "frame";
  return before !== undefined && python.test(before) && /^\s{4,}\S/.test(text) ? "quoted" : null;
}

export const isOwnFrame = (text: string): boolean => !foreign.test(text) && /:\d+|line \d+/.test(text);
