/*
 * What servers say in the place of a document, in the languages of the larger platforms. General wordings only: what a
 * protection service, a framework or a shop system writes for all its customers, never the page of one site.
 */

const any = (...parts: readonly string[]): RegExp => new RegExp(parts.join('|'), 'iu');

/** Anywhere in a short page. */
export const BOT_WALL = any(
  "just a moment|checking (?:if the site connection is secure|your (?:browser|connection))|verif(?:y|ying) (?:that )?(?:you(?:'| a)re (?:a )?(?:human|not a (?:robot|bot))|your (?:browser|identity|connection))",
  "are you (?:a )?(?:human|robot)|(?:not|confirm you(?:'| a)re) a (?:robot|bot|human)|human verification|security (?:check(?:point)?|verification)\\b|press (?:and|&) hold",
  'enable (?:javascript|js|cookies) and (?:cookies|javascript|disable any ad ?blocker)|captcha|unusual (?:traffic|activity|requests)|automated (?:requests|access|traffic|queries)|automation tools',
  "attention required|ddos protection|access (?:to this (?:page|site|resource|website) (?:has been |is |was )?)?(?:denied|blocked|restricted)|(?:you(?:'ve| have)? been|request(?: was| has been)?|temporarily) blocked|request (?:unsuccessful|rejected)|incident id|pardon our interruption|you don't have permission to access",
  'einen moment|überprüf\\w+,? (?:ob|dass) sie (?:ein|kein) (?:mensch|roboter)|zugriff (?:verweigert|blockiert)|sicherheitsüberprüfung|ungewöhnliche[nr]? datenverkehr',
  "vérif\\w+ que vous (?:êtes (?:un )?humain|n'êtes pas un robot)|accès (?:refusé|bloqué)|un instant|no (?:eres|soy|es) un robot|acceso (?:denegado|bloqueado)|un momento|não (?:é|sou) um robô|acesso (?:negado|bloqueado)|só um momento|accesso (?:negato|bloccato)|non sei un robot|toegang geweigerd|even geduld|odmowa dostępu|доступ (?:запрещ[её]н|ограничен)|вы не робот|アクセスが(?:拒否|ブロック)|ロボットではない|访问(?:被拒绝|受限)|人机验证|安全验证|请完成验证|접근이 (?:거부|차단)|로봇이 아닙니다|erişim engellendi|robot olmadığınızı",
);

/** In a heading or title, or anywhere in a very short text. */
export const ERROR = any(
  "\\b(?:404|403|410|429|451|50[0-4]|52[0-7])\\b|(?:page|site|content|document|link|file|url)\\b.{0,40}\\b(?:not (?:be )?found|does(?: not|n't) exist|is(?:n't| not| no longer) available|could(?: not|n't) be (?:found|loaded|displayed)|unavailable|has (?:moved|been (?:removed|deleted|moved))|(?:is|may be) (?:broken|gone|missing))",
  "not found|can(?:'|no)t find (?:that|this|the|your) page|application error|an? (?:unexpected |internal |server |technical |unknown )*error|error (?:has )?occurred|internal server error|server error|something (?:went|is) wrong|went wrong|technical (?:error|issue|problem|difficult)",
  'try (?:again|reloading|refreshing)|(?:reload|refresh)(?:ing)? (?:the|this|your) (?:page|browser)|(?:service|temporarily|currently) (?:unavailable|down|offline)|bad gateway|gateway time-?out|too many requests|web server is down|(?:under|for|scheduled) maintenance|be (?:right )?back (?:soon|shortly)|down for|sorry|oops|whoops|uh-oh',
  'fehler|nicht (?:gefunden|verfügbar|erreichbar|geladen)|wartungsarbeiten|seite .{0,40}(?:neu|noch einmal) (?:zu )?laden|hoppla|entschuldigung',
  "introuvable|n'est (?:pas|plus) (?:disponible|accessible)|n'existe (?:pas|plus)|une erreur|erreur (?:\\d|est survenue|interne)|maintenance en cours|désolé|no (?:se ha |se pudo |hemos podido )?encontr\\w+|no está disponible|ha ocurrido un error|se produjo un error|algo (?:ha ido|salió|fue) mal|lo sentimos|en mantenimiento|não (?:foi )?encontrad|não está disponível|ocorreu um erro|algo deu errado|em manutenção|desculpe",
  'non (?:è stata )?trovat|non (?:è )?disponibile|si è verificato un errore|qualcosa è andato storto|in manutenzione|siamo spiacenti|niet (?:gevonden|beschikbaar)|(?:er is )?iets (?:ging |is )?mis(?:gegaan)?|fout opgetreden|onderhoud|nie (?:znaleziono|istnieje|można)|wystąpił błąd|coś poszło nie tak|przerwa techniczna|przepraszamy',
  'hittades inte|något gick fel|ett fel (?:har )?uppst|ikke (?:fundet|funnet)|noget gik galt|noe gikk galt|ei löyty|sivua ei|jokin meni vikaan|nenalezena|došlo k chybě|něco se pokazilo|nem található|hiba történt|nu a fost găsit|a apărut o eroare|δεν βρέθηκε|κάτι πήγε στραβά|bulunamadı|bir hata oluştu|bir şeyler ters|bakımda|tidak ditemukan|terjadi kesalahan|không tìm thấy|đã xảy ra lỗi|ไม่พบ|เกิดข้อผิดพลาด',
  'не найден|ошибк|что-то пошло не так|технические работы|не знайден|помилк|щось пішло не так|غير موجود|لم يتم العثور|حدث خطأ|לא נמצא|אירעה שגיאה|नहीं मिला|त्रुटि|見つかりません|エラー|問題が発生|メンテナンス|找不到|不存在|出错|错误|出了(?:点)?问题|维护|無法找到|錯誤|维護|찾을 수 없|오류|문제가 발생|점검',
);

/** A title that says nothing else. */
export const ERROR_ALONE =
  /^(?:error|fehler|erreur|erro|errore|fout|fel|fejl|feil|virhe|chyba|błąd|hata|エラー|错误|錯誤|오류|ошибка|помилка)\b.{0,12}$/iu;

/** Titles and main headings that no document has, in so many words. One part of a title between bars is enough. */
export const NAMES_A_WALL = any(
  "^(?:error:? )?(?:404|403|410|429|451|50[0-4]|52[0-7])\\b.{0,40}$|^(?:http |server |application )?error(?: \\d{3}| page)?$|^(?:(?:this |that |the |your )?(?:page|content|document|url|file|site)(?: you (?:requested|are looking for))? )?(?:was |is |could |can )?(?:not (?:be )?found|isn't available|is not available|unavailable|no longer (?:exists|available))(?: right now)?[.!]?$",
  "^(?:sorry|oops|whoops|uh-oh|hoppla|désolé|lo sentimos|ups)(?:[,.!…:]| (?:we|you|this|that|the|for|but)\\b).{0,80}$|^(?:sorry|oops|whoops|uh-oh|hoppla|ups)$|^(?:looks like )?something went wrong.{0,40}$|^(?:we )?can(?:'|no)t find (?:that|this|the) page.{0,40}$|^(?:an? )?(?:unexpected |internal |server )*error (?:has )?occurred.{0,20}$|^(?:service|temporarily) unavailable$|^(?:bad gateway|gateway time-?out|too many requests|forbidden|internal server error|web server is down)$|^(?:(?:site |scheduled |down for |under |planned )maintenance|maintenance mode|we(?:'ll| will) be (?:right )?back.{0,20}|we(?:'re| are) (?:currently )?(?:down|offline|undergoing maintenance).{0,30})$",
  "^(?:just a moment|attention required|access denied|one more step|security check(?:point)?|human verification|are you (?:a )?(?:human|robot)\\??|pardon our interruption|(?:sorry, )?you have been blocked|request (?:blocked|rejected|unsuccessful)|verif(?:y|ying) (?:that )?you(?:'| a)re (?:a )?human|please verify you are a human|checking your browser.{0,30})[.!… ]*$",
  '^(?:seite|dokument)? ?nicht (?:gefunden|verfügbar)$|^(?:seite|die seite) .{0,40}(?:nicht gefunden|existiert nicht).{0,20}$|^zugriff verweigert$|^wartungsarbeiten$|^(?:page|document) (?:introuvable|non trouvée?)$|^accès refusé$|^página no (?:encontrada|disponible)$|^acceso denegado$|^página não encontrada$|^acesso negado$|^pagina non trovata$|^accesso negato$|^pagina niet gevonden$|^(?:strona )?nie znaleziono(?: strony)?$|^sidan hittades inte$|^siden (?:blev )?ikke (?:fundet|funnet)$|^sayfa bulunamadı$|^страница не найдена$|^доступ запрещ[её]н$|^сторінку не знайдено$|^(?:お探しの)?ページが?(?:は)?見つかりません(?:でした)?$|^(?:页面|頁面)(?:不存在|未找到|找不到)$|^페이지를 찾을 수 없습니다$',
);

export const LOGIN =
  /\b(?:log|sign) ?in(?:to)?\b|create (?:an |new )?account|forgot(?:ten)? (?:your )?password|password|members? only|anmelden|einloggen|passwort|se connecter|connexion|mot de passe|iniciar sesión|inicia sesión|contraseña|\bentrar\b|\bsenha\b|accedi\b|inloggen|wachtwoord|zaloguj|hasło|logga in|lösenord|log ind|logg inn|kirjaudu|giriş yap|şifre|تسجيل الدخول|ログイン|登录|登入|로그인|войти|пароль|увійти/iu;
/** A title or main heading that asks to come in and says nothing else. */
export const NAMES_A_LOGIN =
  /^(?:please )?(?:log|sign) ?in(?:(?: or (?:sign|join|create).{0,30})| to .{0,40})?$|^(?:log|sign) ?in (?:or|and|\/) (?:sign|log|join|register).{0,20}$|^(?:bitte )?(?:anmelden|einloggen)$|^(?:se connecter|connexion)$|^(?:iniciar sesión|entrar|accedi|inloggen|logowanie|ログイン|登录|로그인|вход)$/iu;

export const CONSENT =
  /before you continue|cookie|consent|we (?:value|care about|respect) your privacy|your privacy (?:choices|matters|settings)|privacy (?:preference|settings)|bevor sie fortfahren|datenschutz-?(?:einstellungen|präferenz)|wir (?:schätzen|respektieren) (?:ihre|deine) privatsphäre|avant de continuer|votre vie privée|antes de continuar|(?:tu|su) privacidad|sua privacidade|la tua privacy|uw privacy|prywatnoś|конфиденциальн|プライバシー|同意|개인정보/iu;

export const SHELL =
  /enable javascript|requires? javascript|javascript (?:is )?(?:disabled|required|to be enabled)|^(?:\S+\s){0,3}loading|redirect(?:ing|ed)?\b|you(?:'re| are) being (?:redirected|taken)|if you are not redirected|(?:wird|werden) geladen|weitergeleitet|javascript aktivieren|chargement|redirection|activer javascript|cargando|redirig|carregando|redirecion|caricamento|laden|загрузка|перенаправл|読み込み中|リダイレクト|加载中|跳转|로딩|yükleniyor/iu;

/** What a document calls itself, which a question does not: "Cookie Policy". */
export const NAMES_A_DOCUMENT =
  /polic(?:y|ies)|notice|statement|terms|guideline|richtlinie|hinweis|erklärung|bestimmung|politique|déclaration|política|aviso|informativa|beleid|verklaring|polityka|политика|ポリシー|方針|政策|声明|방침/iu;
