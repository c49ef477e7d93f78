declare module 'zengin-code' {
  const banks: Record<string, { code: string; name: string; kana: string; roma: string }>;
  export default banks;
}
