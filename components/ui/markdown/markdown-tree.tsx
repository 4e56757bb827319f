import type { ListItem, Nodes, Parents, Root, Table } from "mdast";
import { Fragment, type ReactNode } from "react";
import { scrollable } from "../scrollable";
import { plainWords } from "./plain-words";

export type MarkdownLook = {
  /** Text between the marks, e.g. with its mentions found. */
  words?: (text: string) => ReactNode;
  /** A fenced or indented block. */
  code: (props: { lang: string; text: string }) => ReactNode;
  /** Whether an address leads outside the portal, and is to open apart. */
  newTab: string;
};

/**
 * A tree of Markdown as React elements. Each kind of node that is shown has its line here, and every other one is shown as the
 * text in it: there is no way for an element, an attribute or a style to come out of a text.
 */
export function MarkdownTree({ tree, look }: { tree: Root; look: MarkdownLook }) {
  return childrenOf(tree, look);
}

const childrenOf = (node: Parents, look: MarkdownLook): ReactNode =>
  node.children.map((child, at) => <Fragment key={at}>{shown(child, look)}</Fragment>);

function shown(node: Nodes, look: MarkdownLook): ReactNode {
  const inside = () => ("children" in node ? childrenOf(node, look) : null);
  switch (node.type) {
    case "text":
      return (look.words ?? plainWords)(node.value);
    case "paragraph":
      return <p className="whitespace-pre-line">{inside()}</p>;
    // A page has its headings; those of a note are no part of its outline.
    case "heading":
      return <p className="font-semibold">{inside()}</p>;
    case "strong":
      return <strong>{inside()}</strong>;
    case "emphasis":
      return <em>{inside()}</em>;
    case "delete":
      return <del>{inside()}</del>;
    case "inlineCode":
      return <code className="rounded bg-raised px-1 font-mono text-[0.95em]">{plainWords(node.value)}</code>;
    case "code":
      return look.code({ lang: node.lang ?? "", text: node.value });
    case "break":
      return <br />;
    case "thematicBreak":
      return <hr className="border-line" />;
    case "blockquote":
      return <blockquote className="border-l-2 border-line-strong pl-3 text-muted">{inside()}</blockquote>;
    case "list":
      return node.ordered ? (
        <ol start={node.start ?? 1} className="list-decimal pl-6">
          {inside()}
        </ol>
      ) : (
        <ul className="list-disc pl-5">{inside()}</ul>
      );
    case "listItem":
      return <Item item={node}>{inside()}</Item>;
    case "link":
      return (
        <Link href={node.url} newTab={look.newTab}>
          {inside()}
        </Link>
      );
    case "table":
      return <Grid table={node} look={look} />;
    case "footnoteReference":
      return `[${node.label ?? node.identifier}]`;
    case "footnoteDefinition":
      return (
        <div className="text-sm text-muted">
          [{node.label ?? node.identifier}] {inside()}
        </div>
      );
    default:
      return "value" in node ? plainWords(node.value) : inside();
  }
}

function Item({ item, children }: { item: ListItem; children: ReactNode }) {
  if (typeof item.checked !== "boolean") return <li>{children}</li>;
  return (
    <li className="-ml-5 flex list-none gap-1.5">
      <span>{item.checked ? "☑" : "☐"}</span>
      <div>{children}</div>
    </li>
  );
}

function Link({ href, newTab, children }: { href: string; newTab: string; children: ReactNode }) {
  const outside = /^https?:/i.test(href);
  return (
    <a
      href={href}
      rel="noreferrer noopener"
      target={outside ? "_blank" : undefined}
      title={outside ? `${href} (${newTab})` : href}
      className="text-accent underline underline-offset-2"
    >
      {children}
    </a>
  );
}

function Grid({ table, look }: { table: Table; look: MarkdownLook }) {
  const [head, ...rows] = table.children;
  return (
    <div {...scrollable} className="overflow-x-auto">
      <table className="border-collapse text-sm [&_td]:border [&_td]:border-line [&_td]:px-2 [&_th]:border [&_th]:border-line [&_th]:px-2">
        <thead>
          <tr>
            {head?.children.map((cell, at) => (
              <th key={at}>{childrenOf(cell, look)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.children.map((cell, column) => (
                <td key={column}>{childrenOf(cell, look)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
