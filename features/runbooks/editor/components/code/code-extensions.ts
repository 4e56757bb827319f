import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab, insertNewlineKeepIndent } from "@codemirror/commands";
import { bracketMatching, indentUnit } from "@codemirror/language";
import { lintGutter, lintKeymap } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import {
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import type { Vocabulary } from "../../vocabulary";
import { codeTheme } from "./code-theme";
import { completeFrom, runbookLanguage } from "./runbook-language";

type Options = {
  vocabulary: Vocabulary;
  /** Read aloud as the name of the text, with what `hintId` says. */
  label: string;
  hintId: string;
  lineSeparator: "\n" | "\r\n";
  phrases: Record<string, string>;
  onChange: (text: string) => void;
  onSave: () => void;
  onPublish: () => void;
};

/** Everything that the runbook editor is made of. */
export function codeExtensions(options: Options): Extension[] {
  const command = (action: () => void) => () => {
    action();
    return true;
  };
  return [
    lineNumbers(),
    lintGutter(),
    highlightActiveLineGutter(),
    highlightSpecialChars(),
    history(),
    drawSelection(),
    dropCursor(),
    EditorState.allowMultipleSelections.of(true),
    EditorState.lineSeparator.of(options.lineSeparator),
    EditorState.phrases.of(options.phrases),
    indentUnit.of("  "),
    bracketMatching(),
    closeBrackets(),
    autocompletion({ override: [completeFrom(options.vocabulary)], icons: false }),
    search({ top: false }),
    highlightActiveLine(),
    highlightSelectionMatches(),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ "aria-label": options.label, "aria-describedby": options.hintId, tabindex: "0" }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) options.onChange(update.state.sliceDoc());
    }),
    keymap.of([
      { key: "Mod-s", preventDefault: true, run: command(options.onSave) },
      { key: "Mod-Enter", preventDefault: true, run: command(options.onPublish) },
      // HTML's indentation after a tag would make code blocks of the Markdown inside it.
      { key: "Enter", run: insertNewlineKeepIndent },
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...completionKeymap,
      ...lintKeymap,
      indentWithTab,
    ]),
    runbookLanguage,
    codeTheme,
  ];
}
