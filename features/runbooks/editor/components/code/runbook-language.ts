import { type CompletionContext, type CompletionResult, snippetCompletion } from "@codemirror/autocomplete";
import { markdown, markdownLanguage } from "@codemirror/lang-markdown";
import {
  Decoration,
  type DecorationSet,
  EditorView,
  MatchDecorator,
  ViewPlugin,
  type ViewUpdate,
} from "@codemirror/view";
import { proposalsAt } from "../../completion";
import type { Vocabulary } from "../../vocabulary";

/** Markdown with GFM; the portal's tags are marked besides, so that they stand out among the prose. */
export const runbookLanguage = [markdown({ base: markdownLanguage, completeHTMLTags: false }), blockTags()];

function blockTags() {
  const mark = (name: string) => Decoration.mark({ class: name });
  const matcher = new MatchDecorator({
    regexp:
      /<\/?[A-Z][A-Za-z]*|(?<=[\s"'])(?:id|title|kind|severity|when|within|after|order|evidence|target|irreversible|matches|question|label|goto|outcome|type|alerts)=?(?=["'\s>])/g,
    decoration: ([found]) => mark(found.startsWith("<") ? "cm-block-tag" : "cm-block-attribute"),
  });
  const plugin = ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = matcher.createDeco(view);
      }
      update(update: ViewUpdate) {
        this.decorations = matcher.updateDeco(update, this.decorations);
      }
    },
    { decorations: (one) => one.decorations },
  );
  const look = EditorView.baseTheme({
    ".cm-block-tag, .cm-block-tag *": { color: "var(--color-code-keyword)", fontWeight: "600" },
  });
  return [plugin, look];
}

const types = { block: "class", tag: "type", attribute: "property", value: "constant", key: "keyword" } as const;

/** Completion from the words of the format. */
export const completeFrom =
  (words: Vocabulary) =>
  (context: CompletionContext): CompletionResult | null => {
    const found = proposalsAt(context.state.sliceDoc(0, context.pos), words, context.explicit);
    if (!found) return null;
    const options = found.proposals.map(({ label, kind, snippet }) =>
      snippetCompletion(snippet, { label, type: types[kind] }),
    );
    return { from: found.from, options, validFor: /^<?\/?[\w-]*$/ };
  };
