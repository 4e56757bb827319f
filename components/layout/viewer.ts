/** The signed-in person, as far as the shell needs to know. */
export type Viewer = { name: string; role: "viewer" | "responder" | "editor" | "admin" };
