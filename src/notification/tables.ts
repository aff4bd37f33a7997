/**
 * Nothing for the ORM to map: copies are upserted by version, letters are written for all of a session's
 * recipients by one statement, and the ledger is claimed and booked under a fence. That is SQL, in
 * `copies.ts`, `ledger.ts` and `due-deliveries.ts`; the rules it obeys are plain classes in `model/`.
 */
export const notificationTables = [] as const;
