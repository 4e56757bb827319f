/** The signed-in person, as far as the shell needs to know. */
export type Viewer = { id: string | null; name: string; role: "viewer" | "responder" | "editor" | "admin" };
