/**
 * What the gate refuses (errors) and what lint advises (warnings), with the English text: what is wrong, and what to do.
 * `{name}` is filled from the values. The same texts stand under `problems` in messages/en.json, and translated in
 * messages/es.json; a test keeps the three together. No apostrophes: ICU would read them as quotes.
 */
export const errorRules = {
  "file-too-large": "The file has {size} kB; at most {limit} kB are read. Split it into several runbooks.",
  "not-text": "The file is not UTF-8 text. Save it as UTF-8.",
  "file-unreadable": "The file cannot be read: {reason}.",
  "path-name":
    "The name `{name}` cannot be part of an address. Use lowercase letters, digits and hyphens, as in `{example}`.",
  "path-depth": "A runbook lies directly in the folder of its service. Move `{path}` there.",
  "path-twice": "`{path}` exists both as .mdx and as .md. Keep one of the two.",
  "path-escape": "The path `{path}` leaves the content folder. Only files inside it are read.",
  "glossary-alone": "`{text}` is one way of saying it. Write two or more that differ, separated by commas.",
  "glossary-empty": "A word is missing here. Write it, or remove the comma.",
  "glossary-nothing": "`{text}` holds no word that is searched. Write another one, or remove it.",
  "glossary-language": "`{text}` is no language. Write, for example, `es:` or `en:`.",
  "glossary-long": "The line has {size} characters; at most {limit} are read. Split it into several meanings.",
  "glossary-many": "The file has more than {limit} meanings. From here on it is not read.",
  symlink: "`{path}` is a symbolic link. Links are not followed; put the file itself there.",
  "front-matter-missing":
    "The file does not begin with front matter. Its first line must be exactly `---`, then `title`, `service`, `lang` and `owner`.",
  "post-mortem-front-matter":
    "The file does not begin with front matter. Its first line must be exactly `---`, then `title`, `incident`, `severity`, `lang` and `declared`.",
  "post-mortem-tag": "{tag} belongs to runbooks. A post-mortem is read, not run: write it as plain Markdown.",
  "front-matter-engine": "Front matter is plain YAML: the first line must be exactly `---`, not `{found}`.",
  "front-matter-unclosed": "The front matter is not closed. End it with a line of exactly `---`.",
  "front-matter-yaml": "The front matter is not valid YAML: {reason}.",
  "front-matter-unknown-key": "Unknown key `{key}`. Did you mean {suggestion}?",
  "front-matter-required": "The key `{key}` is required, for example `{example}`.",
  "front-matter-value": "The value of `{key}` is not valid. Write, for example, `{example}`.",
  "front-matter-matcher": "`{value}` is not an alert matcher. Write one as in Alertmanager: `{example}`.",
  "variable-default": "The default `{value}` does not match the pattern `{pattern}`. Correct one of the two.",
  "service-mismatch": "`service` is `{service}` but the folder is `{folder}`. Make them equal.",
  "too-deep": "Nested more than {limit} levels deep. Flatten lists, quotes or tags here.",
  "too-complex":
    "Too many emphasis marks, brackets or back-ticks in one block to be read in reasonable time. Split the block, or put it in a code fence.",
  "too-many-nodes": "The file has more than {limit} parts. Split it into several runbooks.",
  "compile-timeout": "Compiling took more than {limit} s. Split the file or simplify it.",
  "compile-failed": "The file cannot be compiled: {reason}.",
  "mdx-brace":
    "`{char}` begins an expression, and runbooks hold no code. Write `{fix}`, or put the text in back-ticks.",
  "mdx-angle": "`{char}` begins a tag here. Write `{fix}`, or put the text in back-ticks.",
  "mdx-comment": "HTML comments are not read here. Write `{fix}`.",
  "mdx-autolink": "Links in angle brackets are not read here. Write `{fix}`.",
  "void-tag": "`{tag}` is not closed. Write `{fix}`.",
  "unclosed-tag":
    "`{tag}` is not closed before the end of the block that it begins in. Add `{fix}`, and leave a blank line after the opening and before the closing tag.",
  "unexpected-closing-tag": "A closing tag without its opening tag. Remove it, or open it in the same block.",
  "tag-syntax": "The tag cannot be read: {reason}.",
  import: "`{keyword}` is code, and runbooks hold none. Remove the line, or put it in back-ticks or a code fence.",
  expression: "`{found}` is an expression, and runbooks hold no code. Write `{fix}`, or put the text in back-ticks.",
  "attribute-expression": "The attribute `{attribute}` holds an expression. Write it as text: `{fix}`.",
  spread: 'Spread attributes are code. Write each attribute as `name="text"`.',
  "unknown-tag":
    "Unknown tag `{tag}`. Did you mean {suggestion}? To show it as text write `{fix}` or put it in back-ticks.",
  "dotted-tag": "Tags with a dot or a colon such as `{tag}` do not exist here. Did you mean {suggestion}?",
  fragment: "The empty tag `{tag}` is not allowed. Remove it.",
  "forbidden-tag": "`{tag}` is not allowed in a runbook. Remove it.",
  "html-tag": "The HTML tag `{tag}` is not allowed. Use Markdown, or one of {allowed}.",
  "unknown-attribute": "`{tag}` has no attribute `{attribute}`. Did you mean {suggestion}?",
  "html-attribute": "The attribute `{attribute}` is not allowed on `{tag}`. Remove it.",
  "event-attribute": "The attribute `{attribute}` runs code. Remove it.",
  "forbidden-attribute": "The attribute `{attribute}` is not allowed anywhere. Remove it.",
  "duplicate-attribute": "The attribute `{attribute}` is written twice. Keep one.",
  "required-attribute": "`{tag}` needs the attribute `{attribute}`, for example `{example}`.",
  "attribute-value": "The value of `{attribute}` is not valid. Write, for example, `{example}`.",
  "url-scheme": "Addresses with `{scheme}` are not allowed. Use http, https, mailto or a relative address.",
  nesting: "`{tag}` cannot stand here: it belongs in {parents}.",
  "nesting-top": "`{tag}` cannot stand inside another tag. Close that one first.",
  "triage-without-table": "`Triage` needs one table with the columns symptom, severity and action.",
  "decision-without-options": "`Decision` needs at least one `Option`.",
  "checklist-empty": "`Checklist` needs `Step` blocks or one list.",
  "duplicate-id": "The id `{id}` is already used on line {first}. Choose another one.",
  "unknown-target": "There is no `{target}` in this file. Did you mean {suggestion}?",
  "target-not-a-step": "`{target}` is a `{tag}`. An answer leads to a `Step`, a `Decision` or a `Procedure`.",
  "endless-loop":
    "No answer leads out of this loop: {chain}. Whoever follows it never arrives. Let one answer lead on, or give one an `outcome`.",
  "endless-loop-across":
    "No answer leads out of this loop through several runbooks: {chain}. Let one answer lead on, or give one an `outcome`.",
  "redirect-claimed":
    "The old path `{target}` leads to `{other}` already. A path leads to one runbook: take it out of one of the two.",
  "pattern-syntax":
    "The pattern `{pattern}` does not compile: {reason}. Patterns are RE2: no look-around, no back-references.",
  "pattern-unsafe":
    "The pattern `{pattern}` can take exponential time. Do not repeat a group that already repeats: `a+` instead of `(a+)+`.",
} as const;

export const warningRules = {
  "front-matter-absent":
    "The file has no front matter: nobody owns it and it is never due for review. Add `title`, `service`, `lang` and `owner`.",
  "front-matter-partial":
    "The front matter leaves out `{keys}`. What stands there for now was guessed from the text and the folder.",
  "path-name-style":
    "The name `{name}` works, but a lowercase one with hyphens, such as `{example}`, is easier to type and to share.",
  "change-without-undo":
    "The step `{title}` changes something but does not say how to take it back. Add `Undo`, or the attribute `irreversible`.",
  "triage-without-severity":
    "The severity `{found}` is not understood, so this row proposes none. Use SEV1 to SEV4, or critical, high, medium, low.",
  "duplicate-title":
    "The title `{title}` is already used on line {first}. In a list of results nobody can tell them apart.",
  "backward-question":
    "Each answer to `{question}` leads back, so only a check that passes ends this loop. Add an answer for when it never does.",
  "goto-not-a-step":
    "`{target}` is no `Step`, `Decision` or `Procedure` of that runbook, so a run cannot go on there. Name one of these.",
  "broken-anchor": "There is no `{target}` on this page, so the link leads nowhere.",
  "broken-link": "There is no runbook `{target}`, so the link leads nowhere.",
  "redirect-taken": "The old path `{target}` leads to `{other}` already, so this redirect is not used.",
} as const;

export type ErrorRule = keyof typeof errorRules;
export type WarningRule = keyof typeof warningRules;
export type Rule = ErrorRule | WarningRule;
