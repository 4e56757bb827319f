/** Whether this is `npm run dev`. */
export const dev = process.argv.includes("--dev");

// Libraries choose their build by this while they are being imported: whoever imports this first decides for them.
Object.assign(process.env, { NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" });
