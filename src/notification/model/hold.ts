/** So near to a start people are on their way: then nobody waits for the organizer to think again. */
export const NEAR_MINUTES = 30;
