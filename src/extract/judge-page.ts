import type { Block, SuspectReason } from '../domain/block.ts';
import { foldText } from '../domain/fold-text.ts';

/** What the judgement looks at besides the blocks. */
export interface PageSigns {
  /** What the `<title>` says; "" where there is none. */
  readonly documentTitle: string;
  /** Fields for a password in the whole page. */
  readonly passwordFields: number;
  /** Characters in boxes that ask for consent. */
  readonly consentText: number;
  /** The page sends the browser elsewhere by itself. */
  readonly refreshes: boolean;
  /** The markup of a challenge that tells people from programs. */
  readonly challenge: boolean;
}

const BOT_WALL =
  /just a moment|checking (?:if the site connection is secure|your browser)|verif(?:y|ying) (?:that )?you(?:'| a)re (?:a )?(?:human|not a robot)|are you (?:a )?(?:human|robot)|enable javascript and cookies|complete the (?:security check|captcha)|captcha|unusual (?:traffic|activity)|attention required|ddos protection|access (?:to this page has been )?denied|request (?:was )?blocked|pardon our interruption|einen moment|überprüfen, ob sie ein mensch|vérif\w+ que vous êtes (?:un )?humain|no eres un robot/iu;
const ERROR =
  /\b(?:404|403|410|429|50[0234])\b|(?:page|site|content|document|link)\b.{0,40}\b(?:not (?:be )?found|does(?: not|n't) exist|is(?:n't| not| no longer) available|could(?: not|n't) be (?:found|loaded)|unavailable|has (?:moved|been removed))|not found|application error|an? (?:unexpected |internal |server |technical |unknown )*error|error (?:has )?occurred|something went wrong|went wrong|technical (?:error|issue|problem)|try (?:again|reloading|refreshing)|reload(?:ing)? (?:the|this) page|(?:service|temporarily|currently) unavailable|bad gateway|gateway time-?out|under maintenance|sorry|oops|fehler|nicht (?:gefunden|verfügbar)|seite .{0,40}(?:neu|noch einmal) (?:zu )?laden|introuvable|n'est pas disponible|une erreur|no (?:se ha )?encontrad|no está disponible|ha ocurrido un error|não encontrad|ocorreu um erro|non trovat|si è verificato un errore|niet gevonden|見つかりません|エラー|找不到|出错|错误|찾을 수 없|오류|не найден|ошибк/iu;
/** A title that says nothing else. */
const ERROR_ALONE = /^(?:error|fehler|erreur|erro|errore|fout|エラー|错误|오류|ошибка)\b.{0,12}$/iu;
const LOGIN =
  /\b(?:log|sign) ?in(?:to)?\b|create (?:an |new )?account|forgot(?:ten)? (?:your )?password|password|anmelden|einloggen|passwort|se connecter|connexion|mot de passe|iniciar sesión|contraseña|entrar|senha|accedi|inloggen|wachtwoord|ログイン|登录|로그인|войти/iu;
const CONSENT = /before you continue|cookie|consent|bevor sie fortfahren|avant de continuer|antes de continuar|同意/iu;
const SHELL =
  /enable javascript|requires? javascript|javascript (?:is )?(?:disabled|required|to be enabled)|^loading|redirect(?:ing|ed)?\b|wird geladen|chargement|cargando|読み込み中|加载中/iu;

/** Below this many words a page can be an error, a wall or a shell; beyond it, it is a text that only speaks of them. */
const SMALL = 130;
const TINY = 25;

/**
 * Whether what was read is a document or something a server shows in its place. Decided on length first and on what
 * all pages of that kind say; null for a document.
 */
export function judgePage(blocks: readonly Block[], signs: PageSigns): SuspectReason | null {
  if (blocks.reduce((sum, block) => sum + block.text.length, 0) > 20 * SMALL) return null;
  const text = blocks.map((block) => foldText(block.text)).join('\n');
  const words = countWords(text);
  const headings = blocks.filter((block) => block.kind === 'heading').map((block) => block.text);
  const heads = [signs.documentTitle, ...headings].map(foldText);
  const said = `${heads.join('\n')}\n${text}`;
  if (words >= SMALL) return null;
  if (signs.challenge || BOT_WALL.test(said)) return 'bot-wall';
  if (signs.passwordFields > 0 && LOGIN.test(said)) return 'login-wall';
  if (words < TINY * 3 && LOGIN.test(heads.join('\n'))) return 'login-wall';
  if (signs.refreshes && words < TINY * 2) return 'redirected-away';
  if (isError(heads, text, words)) return 'error-page';
  if (signs.consentText > text.length && (words < TINY * 2 || CONSENT.test(heads.join('\n')))) return 'consent-wall';
  if (words < TINY * 2 && SHELL.test(said)) return 'empty-shell';
  return words < TINY ? emptyKind(signs, said) : null;
}

function isError(heads: readonly string[], text: string, words: number): boolean {
  return (
    heads.some((head) => head.length < 120 && (ERROR.test(head) || ERROR_ALONE.test(head))) ||
    (words < TINY * 3 && ERROR.test(text))
  );
}

function emptyKind(signs: PageSigns, said: string): SuspectReason {
  if (signs.consentText > 100) return 'consent-wall';
  return /cookie/i.test(said) && CONSENT.test(said) ? 'consent-wall' : 'empty-shell';
}

/** Words; in scripts without spaces two characters count as one. */
function countWords(text: string): number {
  const spaced = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const dense = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  return spaced + Math.floor(dense / 2);
}
