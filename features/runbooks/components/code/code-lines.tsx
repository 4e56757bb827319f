import { Island } from "@/components/layout/island";
import type { Line, Token } from "../../highlighting/highlight";
import { PlaceholderField } from "../variables/placeholder-field";

/** Lines of code as text, coloured; a leading `$ ` prompt is shown but cannot be selected. */
export function CodeLines({ lines }: { lines: Line[] }) {
  return lines.map((line, at) => (
    <span key={at} className="code-line">
      {line.map((token, index) => (
        <CodeToken key={index} token={token} />
      ))}
      {at < lines.length - 1 && "\n"}
    </span>
  ));
}

function CodeToken({ token: { text, look, placeholder } }: { token: Token }) {
  if (placeholder) {
    return (
      <span data-raw={text}>
        <Island name="placeholder" as="span" props={{ name: placeholder, raw: text }}>
          <PlaceholderField name={placeholder} raw={text} />
        </Island>
      </span>
    );
  }
  if (look.includes("hljs-meta") && /^\s*\$\s*$/.test(text)) return <span className="select-none">{text}</span>;
  return look ? <span className={look}>{text}</span> : text;
}
