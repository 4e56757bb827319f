export { Panel as listRunbooks } from "./components/panel";
