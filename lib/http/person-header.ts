/**
 * Names the person whose a write is, as a check and not as a proof: a browser in which somebody else has signed in meanwhile must
 * not send what the first person wrote in the second one's name.
 */
export const personHeader = "bitacora-person";
