import { autocompletion, closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab, insertNewlineKeepIndent } from "@codemirror/commands";
import { bracketMatching, foldKeymap, indentUnit } from "@codemirror/language";
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
import { runbookGrammar } from "../../language/runbook-grammar";
import { structureField } from "../../structure/structure-field";
import type { Vocabulary } from "../../vocabulary";
import { breadcrumb } from "./breadcrumb";
import { codeTheme } from "./code-theme";
import { completionSources } from "./completion-source";
import { ownKeymap, type PageKeys } from "./editor-keys";
import { folding } from "./folding";
import { lookupFor } from "./lookup";
import type { ProblemWords } from "./problem-marks";
import { searchPanel } from "./search-panel";
import { textMarks } from "./text-marks";

export type CodeOptions = {
  vocabulary: Vocabulary;
  /** `<service>/<file>`. */
  path: string;
  /** Read aloud as the name of the text, with what `hintId` says. */
  label: string;
  hintId: string;
  lineSeparator: "\n" | "\r\n";
  phrases: Record<string, string>;
  words: () => ProblemWords;
  page: PageKeys;
};

/** Everything that the runbook editor is made of. */
export function codeExtensions({
  vocabulary,
  path,
  label,
  hintId,
  lineSeparator,
  phrases,
  words,
  page,
}: CodeOptions): Extension[] {
  return [
    structureField,
    EditorState.allowMultipleSelections.of(true),
    EditorState.lineSeparator.of(lineSeparator),
    EditorState.phrases.of(phrases),
    breadcrumb,
    lineNumbers(),
    folding,
    lintGutter(),
    highlightActiveLineGutter(),
    highlightSpecialChars(),
    history(),
    drawSelection(),
    dropCursor(),
    indentUnit.of("  "),
    bracketMatching(),
    closeBrackets(),
    autocompletion({
      override: completionSources(vocabulary, path, lookupFor(path)),
      icons: false,
      // As many as are seen at once: a list that scrolls by itself is out of the keyboard's reach (WCAG 2.1.1).
      maxRenderedOptions: 10,
      activateOnCompletion: ({ label: chosen }) => chosen.endsWith("#"),
    }),
    search({ createPanel: searchPanel }),
    highlightActiveLine(),
    highlightSelectionMatches(),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ "aria-label": label, "aria-describedby": hintId, tabindex: "0" }),
    keymap.of([
      ...ownKeymap(page, words),
      // HTML's indentation after a tag would make code blocks of the Markdown inside it.
      { key: "Enter", run: insertNewlineKeepIndent },
      ...closeBracketsKeymap,
      ...foldKeymap,
      ...defaultKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...lintKeymap,
      indentWithTab,
    ]),
    runbookGrammar,
    textMarks,
    codeTheme,
  ];
}
