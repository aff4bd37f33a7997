/** An instant in SQL as `toISOString` would write it, so that texts of instants compare, wherever they were written. */
export const UTC = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
