import { contract } from "@/lib/http/contract";
import { MovedScreen, MoveScreen } from "./schema";

export const moveScreenContract = contract({
  method: "POST",
  path: "/api/v1/presence/{screen}",
  summary: "Say what an open screen shows; its stream told its id in the event `here`",
  access: "viewer",
  input: MoveScreen,
  output: MovedScreen,
  status: 200,
  errors: ["validation_failed"],
});
