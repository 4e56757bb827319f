import { createElement, type ReactNode } from "react";

/**
 * What the server rendered inside a place, as React's own: highlighted code is not sent twice, and what lives in it, such as the
 * field of a placeholder, is a part of the component around it.
 * @param render renders a place inside it; undefined for an element that is none
 */
export function adopted(parent: Element, render: (element: HTMLElement) => ReactNode | undefined): ReactNode[] {
  return [...parent.childNodes].map((node, key) => {
    if (!(node instanceof HTMLElement)) return node instanceof Text ? node.data : null;
    const children = render(node) ?? adopted(node, render);
    return createElement(node.localName, { key, ...attributesOf(node) }, children);
  });
}

function attributesOf(element: HTMLElement): Record<string, string> {
  const names = element.getAttributeNames().filter((name) => name !== "data-props" && name !== "data-island");
  return Object.fromEntries(
    names.map((name) => [name === "class" ? "className" : name, element.getAttribute(name) ?? ""]),
  );
}
