/** Text as no policy holds it: everything that was ever used to leave a text and become something else. */
export const HOSTILE: readonly string[] = [
  '\u001b[2J\u001b[31mred\u001b[0m',
  '\u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007',
  '\u001b]0;title\u0007',
  '\u009b31mC1',
  'over\rwritten\bback\u007f',
  '\u202eoverride\u202c \u2066isolate\u2069',
  '\ud800lone\udc00',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '"><b style="x" onmouseover=\'y\'>&amp;',
  '</del></ins></td></table></body></html>',
  '*bold* _it_ `code` [link](javascript:alert(1)) ~~x~~ | # h',
  '--- a/b\n+++ c/d\n@@ -1 +1 @@\n-x\n+y',
  '[-fake-]{+fake+}',
  '\u{e0041}\u200b\ufeff\u2028\u2029',
];
