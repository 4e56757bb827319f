export const database = () => {};
