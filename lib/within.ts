/** An answer that is waited for, but not for ever. */

/** What `work` answers or fails with; `otherwise`, if that takes longer than `milliseconds`. The work itself goes on. */
export async function within<T, U>(work: Promise<T>, milliseconds: number, otherwise: U): Promise<T | U> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<U>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
