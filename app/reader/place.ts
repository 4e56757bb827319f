/** A place on the page that the small client takes over: an element that `Island` rendered. */
export type Place = {
  name: string;
  props: Record<string, unknown>;
  element: HTMLElement;
  /** What the server rendered there. */
  rendered: ChildNode[];
};

const inside = "[data-island] [data-island]";

/** The places of a page, in their order. Those inside another one are rendered with it. */
export function placesOn(page: Document): Place[] {
  const all = [...page.querySelectorAll<HTMLElement>("[data-island]")].filter((element) => !element.matches(inside));
  return all.map((element) => ({
    name: element.dataset.island ?? "",
    props: propsOf(element),
    element,
    rendered: [...element.childNodes],
  }));
}

/** The props that a place came with. */
export const propsOf = (element: HTMLElement): Record<string, unknown> =>
  element.dataset.props ? (JSON.parse(element.dataset.props) as Record<string, unknown>) : {};
