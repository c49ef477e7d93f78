/** QR codes by another encoder than ours: printed by `qrencode -t ASCII -m 0` of libqrencode 4.1.1 (fukuchi.org), with these options. */

export interface Printed {
  options: string;
  text: string;
  /** One row a word, in hexadecimal, the first module in the highest bit; zeros fill the last digit. */
  rows: string;
}

export const PRINTED: Printed[] = [
  {
    options: '-l M',
    text: '12345678901234567890',
    rows: `
      fed3f8 825208 ba5ae8 baaae8 baeae8 829208 feabf8 00f800 8b97c8 8dfd60 131328 45a758 468a88 00cf38 fee920 8238d0 bab768
      ba1978 ba7380 822650 feae38`,
  },
  {
    options: '-l Q',
    text: 'HELLO WORLD 2026 $%*+-./:',
    rows: `
      fe8abf8 829ca08 baf22e8 ba842e8 bacf2e8 8253208 feaabf8 00f1800 6b512f8 99ace30 2fb29e0 ccefd48 a63ba78 4843b88 b2b13c0
      75ba4d0 be5bf88 00e58a8 fe9dae0 82698b0 baa1fb0 ba10110 baed1a8 82c0138 fe7c5e8`,
  },
  {
    options: '-l M',
    text: 'otpauth://totp/Example:alice@example.com?secret=JBSWY3DPEHPK3PXP&issuer=Example',
    rows: `
      fe54c8ebf8 82eda3a208 ba95bda2e8 bae9c5cae8 ba4dbd7ae8 8228ec0a08 feaaaaabf8 00b66c9800 8299b84e70 65f2fdf030 8b1f8504f8
      214c228448 8a67088f48 a88bbd5010 df63acf2d8 616d298e70 8b282d58e8 340eb3bf50 a366ca7828 b4c39aa450 566ee36fb0 a4e9f7b4a0
      7e1dc25618 fcdae40cd8 7bd2437988 f0f871d4c0 8291d7be58 b576a80aa8 8b0b4effa8 009fb938c0 fe59738aa8 824b8c78d0 ba68291fa8
      ba76199650 ba64640908 8277899e08 fea8899ac8`,
  },
  {
    options: '-l L -8',
    text: 'otpauth://totp/鍵札信用金庫:太郎?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&digits=8',
    rows: `
      fef4712bf8 821a5c3208 ba571e6ae8 ba3608f2e8 ba3ca542e8 8252015208 feaaaaabf8 00cc292800 da488cba08 f525223170 ee0ba30bc8
      0841696d68 b287dc3448 252b95e730 cb4358e478 11ceb27338 22184f74b8 1d116a4c90 8a4f9320c8 d994982708 ca759cadc8 a80d417150
      de156ba328 a8fd52efb8 177dad6d48 a1071175f0 d29d780d18 91f091c4f0 87a3dfbfa0 00de4c58f0 fe31d71ae8 822b3a68d8 baee9a8fc0
      bac2015158 ba2be945a8 82a348a678 fe86d50288`,
  },
  {
    options: '-l H -8',
    text: 'otpauth-migration://offline?data=ChUKCkhlbGxvId6tvu8SB2V4YW1wbGUChUKCkhlbGxvId6tvu8SB2V4YW1wbGUChUKCkhlbGxvId6tvu8SB2V4YW1wbGU%3D',
    rows: `
      fed3b7ecebae9bf8 82d0c6acfa341a08 ba7fa5d686e9bae8 baed8b322106aae8 baa3a0cfc76072e8 82b56068c87fa208 feaaaaaaaaaaabf8
      00310a38d0d61000 127fd98fb9b6e1d8 70b31bd32ad10088 e7a2d31fc277db38 907b61f8b375bd18 b25133831079b198 cd50c9b9381b1950
      42229cd1fdcb78b0 e8dc1a0f83254090 f667e8f5ce4bacc8 60c6ce633b58a490 47e340b09a1ede98 799920b99c3c91a8 73ff76747c34a548
      602f731f8c110088 b32603d86d31e278 c8f49e4e01407208 564112d3e0098e98 dd39d3e9cb925930 7b17b01c47e4cb48 1866b11b9078a608
      0ffe45afbceedfe0 c8f769b8bfc08890 7aec3f9aa676aa98 d8d9ae6895eb98f8 3fc2a84fcff0cfd8 8c68aab0e5810450 f7a2a3aa750107f8
      f5b9c3dada1e8b08 8b78b5e9c4d7ca08 3167007cae8b5328 321b519ae8feb3e8 01d3d688076ca5c0 f683f15f6b3c8ae8 2d3aa7a007c4ae98
      7363cc37fcff0ee8 083abc50180ca570 b3f3ac208dd28388 d4f83c9b7b041458 bf0623f63f53d7d8 059db6e6d75b7f18 0ff0566135dcc688
      597f49762c965578 3ef0ed17cdd18288 e815d34402a8e718 f2a2980fdc18efb8 00b80788f5e8a8a8 fe6e3aba94b9eab8 825962b8c56ac8a0
      ba404a5f81b4af90 baff176beb089a90 ba56a159ed9f90c8 824ab6eb82c0ad80 fe6b7397d0c9c9b8`,
  },
];

/** `true` is a dark module. */
export function modulesIn({ rows }: Printed): boolean[][] {
  const words = rows.trim().split(/\s+/);
  return words.map((word) =>
    Array.from(word).flatMap((digit) => [8, 4, 2, 1].map((bit) => (Number.parseInt(digit, 16) & bit) !== 0)).slice(0, words.length));
}
