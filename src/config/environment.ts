/** The process environment; nothing outside `src/config` reads it. */
export const environment: Readonly<Record<string, string | undefined>> = process.env;
