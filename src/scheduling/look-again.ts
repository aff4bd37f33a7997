import { OptimisticLockError, type EntityManager } from '@mikro-orm/postgresql';

/** Two press at the same moment: the second looks again, and finds what the first has done. */
export async function lookAgainWhenOutrun<Result>(em: EntityManager, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof OptimisticLockError)) throw error;
    em.clear();
    return act();
  }
}
