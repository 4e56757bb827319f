import type { ReactNode } from "react";
import type { Anchor } from "../anchors";

/** What stands under a change, such as what people said about it. */
export type Beside = (anchors: Anchor[]) => ReactNode;
