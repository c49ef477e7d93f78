/** Sites of imported tokens in other languages: a code of an app, and one that was sent, in the words of each. */
import { wants } from './everyday-shells.ts';
import type { Page } from './snippets.ts';

type Words = [language: string, heading: string, sentence: string, label: string];

const BY_APP: Words[] = [
  ['Spanish', 'Verificación en dos pasos', 'Abra su aplicación de autenticación.', 'Código de verificación'],
  ['Spanish, the app in the label', 'Iniciar sesión', 'Un paso más.', 'Código generado por su aplicación'],
  ['Portuguese', 'Verificação em duas etapas', 'Abra o aplicativo autenticador.', 'Código de 6 dígitos'],
  ['French', 'Vérification en deux étapes', 'Entrez le code à 6 chiffres de votre application d’authentification.', 'Code'],
  ['French, one-time password', 'Connexion', 'Encore une étape.', 'Mot de passe à usage unique'],
  ['German', 'Anmeldung', 'Öffnen Sie Ihre Authenticator-App.', 'Bestätigungscode'],
  ['German, one-time password', 'Anmeldung', 'Noch ein Schritt.', 'Einmalpasswort'],
  ['Italian', 'Verifica in due passaggi', 'Inserisci il codice generato dalla tua app Google Authenticator.', 'Codice'],
  ['Dutch', 'Inloggen', 'Open je authenticator-app.', 'Verificatiecode'],
  ['Swedish', 'Tvåfaktorsautentisering', 'Öppna din autentiseringsapp.', 'Kod'],
  ['Norwegian', 'Logg inn', 'Ett steg til.', 'Engangskode fra app'],
  ['Russian', 'Двухфакторная аутентификация', 'Откройте приложение Google Authenticator.', 'Код подтверждения'],
  ['Turkish', 'İki aşamalı doğrulama', 'Google Authenticator uygulamasını açın.', 'Doğrulama kodu'],
  ['Indonesian', 'Verifikasi Dua Langkah', 'Buka aplikasi authenticator Anda.', 'Kode Verifikasi'],
  ['Chinese', '两步验证', '请打开您的身份验证器应用。', '请输入6位验证码'],
  ['Korean', '2단계 인증', 'Google Authenticator 앱을 여세요.', '인증 코드'],
];

const SENT: Words[] = [
  ['Spanish', 'Verificación', 'Hemos enviado un código a su correo electrónico.', 'Código de verificación'],
  ['Portuguese', 'Verificação', 'Enviamos um código de 6 dígitos para o seu e-mail.', 'Código de 6 dígitos'],
  ['French', 'Vérification', 'Un code vous a été envoyé par SMS.', 'Code'],
  ['German', 'Bestätigung', 'Wir haben Ihnen einen Code per E-Mail gesendet.', 'Bestätigungscode'],
  ['Italian', 'Verifica', 'Ti abbiamo inviato un codice via SMS.', 'Codice'],
  ['Swedish', 'Verifiering', 'Vi har skickat en kod till din e-post.', 'Kod'],
  ['Russian', 'Подтверждение', 'Мы отправили код на вашу почту.', 'Код подтверждения'],
  ['Turkish', 'Doğrulama', 'E-posta adresinize bir kod gönderdik.', 'Doğrulama kodu'],
  ['Chinese', '手机验证', '验证码已发送，请查看短信。', '请输入6位验证码'],
  ['Korean', '본인 확인', '인증번호를 문자로 전송했습니다.', '인증번호'],
];

const screen = (heading: string, sentence: string, label: string): string =>
  `<title>${heading}</title><main><h1>${heading}</h1><form><p>${sentence}</p><label>${label} <input inputmode="numeric" maxlength="6"></label><button>OK</button></form></main>`;
const login = (name: string, secret: string): string =>
  `<title>${name}</title><main><h1>${name}</h1><form><label>E-mail <input></label><label>${secret} <input type="password"></label><button>OK</button></form></main>`;

/** Of another language we know a few words: the popup fills, the page offers nothing by itself. */
export const ABROAD_UNSURE: Page[] = BY_APP.map(([language, ...words]) => ({ title: `a code of an app: ${language}`, html: wants('current', screen(...words)) }));

export const ABROAD: Page[] = [
  { title: 'Portuguese beside Japanese', html: wants('current', screen('ワンタイムパスワードの入力', 'Abra o aplicativo autenticador.', 'ワンタイムパスワード / Senha de uso único')) },
  ...SENT.map(([language, ...words]) => ({ title: `a code that was sent: ${language}`, html: screen(...words) })),
  { title: 'a card’s number in Spanish, and the shop’s app', html: screen('Pago con tarjeta', 'Autoriza después la compra en tu aplicación.', 'Código de seguridad') },
  { title: 'an investment in Portuguese', html: screen('Resgate de aplicação', 'O valor da aplicação será creditado.', 'Código') },
  { title: 'an article of law in French', html: screen('Dossier', 'En application de l’article 5 et de l’application du règlement.', 'Code') },
  { title: 'a code that was received, in German', html: screen('Zwei-Faktor-Authentifizierung', 'Bitte geben Sie den Code ein, den Sie erhalten haben.', 'Bestätigungscode') },
  { title: 'a call in Spanish', html: screen('Verificación', 'Recibirás una llamada con el código de un solo uso.', 'Código de un solo uso') },
  { title: 'a letter in French', html: screen('Vérification', 'Saisissez le code figurant dans le courrier que nous vous avons adressé.', 'Code') },
  { title: 'a password in Spanish', html: login('Iniciar sesión', 'Contraseña') },
  { title: 'a password in French', html: login('Connexion', 'Mot de passe') },
  { title: 'a postal code in French', html: screen('Livraison', 'Votre application se trouve dans le menu.', 'Code postal') },
  { title: 'a promotional code in Spanish', html: screen('Pago', 'Descargue nuestra aplicación.', 'Código promocional') },
  { title: 'a spare code in Portuguese', html: screen('Verificação em duas etapas', 'Sem o aplicativo autenticador?', 'Código de recuperação') },
  { title: 'a picture in Chinese', html: screen('登录', '两步验证已启用。', '图形验证码') },
];
