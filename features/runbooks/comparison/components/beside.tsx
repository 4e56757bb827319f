import type { ReactNode } from "react";
import type { Block } from "../blocks";
import type { Side } from "./word-pieces";

/** What stands under a change, such as what people said about it. */
export type Beside = (place: { side: Side; block: Block; line: number }) => ReactNode;
