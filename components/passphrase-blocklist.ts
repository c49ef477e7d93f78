/**
 * What people choose when nobody stops them: passwords met again and again in published leaks, and
 * the Japanese ones. Lower case, without the letters-for-digits swaps, which `passphrase-patterns.ts` undoes.
 */
const WESTERN = `
password passwort passw0rd pass word qwerty qwertz azerty letmein welcome admin administrator root login master
monkey dragon shadow sunshine princess football baseball basketball soccer hockey superman batman spiderman pokemon
pikachu mickey minnie snoopy charlie michael jessica ashley daniel jordan jennifer hunter thomas robert andrew joshua
matthew anthony william george amanda nicole summer winter spring autumn flower freedom whatever trustno1 starwars
computer internet windows google apple amazon android iphone samsung nintendo playstation microsoft facebook twitter
instagram youtube netflix chocolate cookie banana orange cherry lemon peach coffee pepper ginger butter cheese
iloveyou loveyou lovely lover love honey darling angel baby sweet secret secure security access private personal
money dollar bank banking account online credit cash silver golden gold diamond silver platinum purple yellow green
blue black white red orange tiger lion eagle falcon panther wolf bear horse rabbit kitty hello goodbye thanks please
test testing tester demo sample example guest user default changeme temp temporary abc abcd abcde asdf zxcv qazwsx
ninja samurai killer hacker matrix phoenix mustang ferrari porsche mercedes corvette yamaha harley honda toyota nissan
mazda suzuki subaru mitsubishi london paris newyork tokyo japan america canada england france germany russia china
family mother father sister brother friend forever always heaven jesus church bible peace happy smile lucky magic
music guitar piano dance movie star galaxy planet moon ocean river mountain island garden house home office school
student teacher doctor number monday friday sunday january february march april june july august september october
november december correct horse battery staple open sesame opensesame
`;

const JAPANESE = `
sakura hanako taro tarou ichiro ichirou jiro jirou hiroshi takashi akira makoto satoru kenji kenichi yuki yuuki haruka
sayaka yuko yuuko keiko akiko noriko yoko youko kazuko sachiko michiko naomi mayumi satoshi takeshi daisuke shota
shouta tanaka suzuki sato satou takahashi watanabe ito itou yamamoto nakamura kobayashi kato katou yoshida yamada
sasaki yamaguchi matsumoto inoue kimura hayashi shimizu saito saitou nihon nippon toukyou osaka oosaka kyoto kyouto
nagoya yokohama sapporo fukuoka fukushima hokkaido okinawa fujisan fuji hanshin tigers giants dragons carp hawks
doraemon totoro hellokitty naruto gundam onepiece pikachuu arigato arigatou konnichiwa ohayou sayonara aishiteru
daisuki kawaii sugoi kokoro hikari yume hana sora umi tsuki hoshi neko inu kuma usagi tora tsuru kame momo ringo
mikan ichigo tamago gohan sushi ramen sumo judo karate samurai ninja shinkin shinyou kumiai ginkou ginko kinko
abukuma kagifuda kagi himitsu angou anshou bangou pasuwado yokoso youkoso ganbare genki shiawase kazoku tomodachi
パスワード ひみつ さくら ありがとう あいしてる だいすき しんきん 信用金庫 信用組合 銀行 暗証番号 秘密 日本 東京 大阪
家族 愛 桜 幸せ
`;

/** 300-odd words; a set, since the estimator asks for every substring. */
export function commonWords(): ReadonlySet<string> {
  words ??= new Set(`${WESTERN} ${JAPANESE}`.split(/\s+/).filter((word) => word.length > 0));
  return words;
}

let words: ReadonlySet<string> | null = null;
