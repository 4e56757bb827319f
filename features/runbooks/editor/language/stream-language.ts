import { StreamLanguage, type StreamParser } from "@codemirror/language";

/** What tells the words of a language apart, line by line: enough to read a command, and no grammar. */
export type Look = {
  name: string;
  /** Where a comment begins that takes the rest of the line. */
  comment: RegExp;
  keywords: string;
  /** Commands, functions and types. */
  known?: string;
  ignoreCase?: true;
  variable?: RegExp;
  /** A key before its colon or its equals sign. */
  key?: RegExp;
  /** Lines of one look as a whole. */
  line?: [RegExp, string][];
};

type State = { quote: string | null };

const wordSet = (words = "", ignoreCase = false) => new Set((ignoreCase ? words.toLowerCase() : words).split(" "));

/** A language of CodeMirror that colours by such a table. Strings may go over several lines. */
export function streamLanguage(look: Look): StreamLanguage<State> {
  const keywords = wordSet(look.keywords, look.ignoreCase);
  const known = wordSet(look.known, look.ignoreCase);
  const parser: StreamParser<State> = {
    name: look.name,
    startState: () => ({ quote: null }),
    copyState: ({ quote }) => ({ quote }),
    token(stream, state) {
      if (state.quote !== null) return inString(stream, state, state.quote);
      if (stream.sol()) {
        const whole = look.line?.find(([pattern]) => stream.match(pattern, false));
        if (whole) {
          stream.skipToEnd();
          return whole[1];
        }
      }
      if (stream.eatSpace()) return null;
      if (stream.match(look.comment)) {
        stream.skipToEnd();
        return "comment";
      }
      if (look.variable && stream.match(look.variable)) return "variableName";
      if (look.key && stream.match(look.key)) return "propertyName";
      const quote = stream.match(/^["'`]/);
      if (Array.isArray(quote)) {
        state.quote = quote[0];
        return inString(stream, state, quote[0]);
      }
      if (stream.match(/^-{1,2}[A-Za-z][\w-]*/)) return "labelName";
      if (stream.match(/^\d[\w.]*/)) return "number";
      if (stream.match(/^[\p{L}_][\p{L}\p{N}_-]*/u)) {
        const word = look.ignoreCase ? stream.current().toLowerCase() : stream.current();
        return keywords.has(word) ? "keyword" : known.has(word) ? "atom" : null;
      }
      stream.next();
      return null;
    },
  };
  return StreamLanguage.define(parser);
}

type Stream = Parameters<StreamParser<State>["token"]>[0];

function inString(stream: Stream, state: State, quote: string): string {
  while (!stream.eol()) {
    const char = stream.next();
    if (char === "\\" && quote !== "'") stream.next();
    else if (char === quote) {
      state.quote = null;
      break;
    }
  }
  return "string";
}
