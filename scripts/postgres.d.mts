export const DEBIAN_PACKAGE: string;
export const VARIABLE: string;
export function findPostgres(): string | undefined;
