/** The database does not answer: down, out of connections, closed. */
export class StoreUnavailable extends Error {
  /** The line broke while a transaction was being confirmed: nobody here knows whether it was done. Else nothing was. */
  readonly uncertain: boolean;

  constructor(cause: unknown, uncertain = false) {
    super('the database does not answer', { cause });
    this.uncertain = uncertain;
  }
}

/** For a page of the bank: true in both cases. */
export const unavailableSentence = ({ uncertain }: StoreUnavailable): string =>
  uncertain
    ? 'ただいまシステムをご利用いただけません。お手続きが完了したかどうかを確認できませんでした。しばらくしてからログインし、お取引の状況をご確認ください。'
    : 'ただいまシステムをご利用いただけません。お手続きは行われていません。しばらくしてからやり直してください。';
