/** 「トークン発行のご案内」: the two IDs and the ways to the app; never the password. */

export function issueMail({ bank, name, serviceId, userId, appPage }: {
  bank: string;
  name: string;
  serviceId: string;
  userId: string;
  appPage: string;
}): { subject: string; body: string } {
  return {
    subject: 'トークン発行のご案内',
    body: `${name} 様

${bank} インターネットバンキングをご利用いただきありがとうございます。
ワンタイムパスワードのトークンを発行しました。

サービスID：${serviceId}
ユーザーID：${userId}

■携帯電話をご利用のお客様
携帯電話用アプリのご用意はありません（模擬）。

■スマートフォンをご利用のお客様
下記のページからワンタイムパスワードアプリの初期設定を行ってください。
${appPage}

■パソコンのブラウザーをご利用のお客様
ツールバーから拡張機能「鍵札」を開き、「トークンを追加」で${bank}を選んで、上記のサービスIDとユーザーIDを入力してください。

初期設定では、トークン発行のお申込み時にお客様が登録された利用開始パスワードを入力していただきます。
利用開始パスワードはこのメールには記載していません。
初期設定は、発行から72時間以内に行ってください。
初期設定の後、インターネットバンキングの「ワンタイムパスワード利用開始」をお手続きください。

※当組合がメールでパスワードの入力をお願いすることは絶対にありません。
※このメールは模擬です。実在の金融機関から送られたものではありません。
`,
  };
}
