import { publish } from "../commands";

export const Panel = publish;
