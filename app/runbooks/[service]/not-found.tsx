export { default } from "./[file]/not-found";
