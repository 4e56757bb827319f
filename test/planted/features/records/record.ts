export const record = "a record";
