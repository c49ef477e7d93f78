/** The tokens of one run, each with a secret of its own, named after the way that they come in. */
import { standard } from './standard.ts';

/** Names are long or Japanese: a short one in Latin letters may stand in a sealed file by chance. */
export function makeTokens() {
  return {
    example: standard({ issuer: 'Example' }),
    long: standard({ issuer: '山田商店', account: 'taro@example.jp', hash: 'SHA256', digits: 8, period: 60 }),
    quick: standard({ issuer: 'はやい店', hash: 'SHA512', digits: 7, period: 15 }),
    counting: standard({ issuer: '回数サービス', counter: 41 }),
    pictured: ['写真1', '写真2', '写真3'].map((issuer) => standard({ issuer })),
    firstOfPhone: [standard({ issuer: '電話A' }), standard({ issuer: '電話B', hash: 'SHA512', digits: 8 })],
    restOfPhone: [standard({ issuer: '電話C', counter: 7 })],
    inAegis: standard({ issuer: 'イージス', hash: 'SHA256' }),
    inTwofas: standard({ issuer: 'ツーファス', digits: 8 }),
    copied: standard({ issuer: 'コピー' }),
    copiedPicture: standard({ issuer: 'コピー画像' }),
    dropped: standard({ issuer: '落とした' }),
    onPage: ['画面その1', '画面その2'].map((issuer) => standard({ issuer })),
    late: standard({ issuer: 'ロック中' }),
  };
}

export type Tokens = ReturnType<typeof makeTokens>;
