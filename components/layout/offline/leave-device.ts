// What signing out needs, fetched when somebody does.
export { countUnsent, forgetDevice } from "@/lib/offline/forget-device";
export { signOut } from "@/lib/session-client";
