/** The database does not answer: down, out of connections, closed. Nothing was changed, or nobody can say. */
export class StoreUnavailable extends Error {
  constructor(cause: unknown) {
    super('the database does not answer', { cause });
  }
}
