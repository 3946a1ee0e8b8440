import { SENTENCES } from '../read-sample.ts';
import { type BrokenPage, broken, TEXT, wrapped } from './broken-page.ts';

const UNCLOSED =
  'main p ul li table td h1 h2 b i a span div section article blockquote pre dl dt details summary font center label fieldset'.split(
    ' ',
  );

const ODD: Readonly<Record<string, string>> = {
  'formatting closed in the wrong order': wrapped(`<b><p>one<i></b>two</p></i>${TEXT}`),
  'text between the rows of a table': wrapped(`<table>loose<tr>loose<td>a</td>loose</tr></table>${TEXT}`),
  'forms in forms': wrapped(`<form><form>${TEXT}</form></form>`),
  'paragraphs that hold boxes': wrapped(`<p><div>a</div>${TEXT}</p>`),
  'a link around everything': wrapped(`<a name="top">${TEXT}</a>`),
  'items without a list': wrapped(`<li>a<li>b${TEXT}`),
  'cells without a table': wrapped(`<td>a<td>b${TEXT}`),
  'an attribute with a sign that ends tags': wrapped(`<p title="a > b" data-x='</p>'>a</p>${TEXT}`),
  'attributes said twice': wrapped(`<p id=a id=b class class>a</p>${TEXT}`),
  'no space between attributes': wrapped(`<p id="a"class="b"title='c'>a</p>${TEXT}`),
  'tags in capitals': wrapped(TEXT)
    .toUpperCase()
    .replaceAll(/<[^>]*>/g, (tag) => tag),
  'a prologue of XML and names with colons': `<?xml version="1.0"?>${wrapped(`<o:p></o:p><v:shape>x</v:shape>${TEXT}`)}`,
  'comments of a word processor': wrapped(
    `<!--[if gte mso 9]><xml>x</xml><![endif]-->${TEXT}<![if !supportLists]>·<![endif]>`,
  ),
  'instructions of a server': `<?php echo 1 ?><%@ page %>${wrapped(TEXT)}`,
  'two documents one after the other': `${wrapped(TEXT)}${wrapped('<p>again</p>')}`,
  'a body after the end': `<html><head></head><body></body></html>${TEXT}`,
  'a frameset': `<frameset><frame src="a"></frameset><noframes>${TEXT}</noframes>`,
  'only closing tags': '</div></p></main></html>'.repeat(1000),
  'signs of tags that are none': wrapped(`<p>1 < 2 and 3 > 2, a<b, <3, <></p>${TEXT}`),
  'an end of file in a tag': `${wrapped(TEXT)}<p title`,
  'null characters in tags and text': wrapped(`<p\0>a\0b</p>${TEXT}`),
  'a base that is none': wrapped(TEXT, '<base href="http://[">'),
  'a base of another kind': wrapped(`${TEXT}<a href="x">y</a>`, '<base href="javascript:alert(1)//">'),
  'a base without an address': wrapped(TEXT, '<base target="_blank"><base href="https://other.example/">'),
  'a base of data': wrapped(`${TEXT}<a href="x">y</a>`, '<base href="data:text/html,x">'),
  'addresses that are none': wrapped(
    `${TEXT}<p><a href="http://[::1">x</a><a href="//">y</a><a href="https://%">z</a></p>`,
  ),
  'a template': wrapped(`<template><p>Nobody sees this at all.</p></template>${TEXT}`),
  'templates in templates': wrapped(`${'<template>'.repeat(300)}x${'</template>'.repeat(300)}${TEXT}`),
  'a shadow root': wrapped(`<x-text><template shadowrootmode="open">${TEXT}<slot></slot></template></x-text>`),
  'shadow roots in shadow roots': wrapped(
    `<x-a><template shadowrootmode="open"><x-b><template shadowrootmode="closed">${TEXT}</template></x-b></template></x-a>`,
  ),
  'a slot with a text of its own': wrapped(`<x-a><slot>${TEXT}</slot></x-a>`),
  'a script with tags in its strings': wrapped(
    `<script>var a = "<p>sold</p><\\/script>"; if (a<b) c("</p>")</script>${TEXT}`,
  ),
  'a script that hides in a comment': wrapped(`<script><!-- <script> x </script> --></script>${TEXT}`),
  'a script in a picture': wrapped(
    `<svg><script>alert(1)</script><foreignObject><p>x</p></foreignObject></svg>${TEXT}`,
  ),
  'a formula with markup': wrapped(
    `<math><annotation-xml encoding="text/html"><p>x</p></annotation-xml></math>${TEXT}`,
  ),
  'an example that is not markup': wrapped(`<xmp><p>not markup</xmp><listing>a<b</listing>${TEXT}`),
  'markup for those without scripts': wrapped(`<noscript><p>Enable scripts.</p></noscript>${TEXT}`),
  'data that is broken': wrapped(
    `<script type="application/json">{"a":</script><script type="application/ld+json">nothing</script>${TEXT}`,
  ),
  'a style with tags': wrapped(`<style>p::after{content:"</p><p>sold"}</style>${TEXT}`),
};

const SIGNS: Readonly<Record<string, string>> = {
  'right-to-left overrides': '\u202egnihtyreve\u202c',
  'isolates that nobody ends': '\u2066a\u2067b\u2068c',
  'lone surrogates': '\ud800 a \udc00 &#xD800;',
  'numbers of no character': '&#0; &#x110000; &#xFFFF; &#-1; &#x;',
  'joined pictures': '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(50),
  'letters in pieces': 'e\u0301 o\u0308 한',
  'private signs': '\ue000\uf8ff\u{10fffd}',
  'invisible signs': 'a\u200b\u00ad\u2060\ufeffb',
  'tags of language': '\u{e0001}\u{e0061}x',
  'control characters': 'a\u0007b\u001bc\u009bd\u0085e',
  'separators of lines': 'a\u2028b\u2029c',
  Arabic: 'نجمع ما تعطينا وما يخبرنا به جهازك.'.repeat(5),
  'Hebrew in pieces': 'אנחנו <b>אוספים</b> את <i>מה</i> שנתת לנו.',
  'Thai without spaces': 'เราเก็บข้อมูลที่คุณให้เราและสิ่งที่อุปกรณ์ของคุณบอกเรา'.repeat(5),
};

/** Pages that break the rules of markup; where the sentences can be told, none may be lost. */
export const MALFORMED: readonly BrokenPage[] = [
  ...UNCLOSED.map((tag) =>
    broken(
      `<${tag}> that nobody closes`,
      `<main><h1>Terms</h1>${SENTENCES.map((text) => `<${tag}>${text}`).join('\n')}`,
      {
        // Headings of a page of text are none; nested ones are lines.
        keeps: true,
      },
    ),
  ),
  ...Object.entries(ODD).map(([name, html]) => broken(name, html, { keeps: KEPT(name) })),
  ...Object.entries(SIGNS).map(([name, text]) =>
    broken(name, wrapped(`<p dir="rtl">${text}</p>${TEXT}`), { keeps: true }),
  ),
];

function KEPT(name: string): boolean {
  return !/capitals|frameset|closing tags|shadow roots? in|after the end/.test(name);
}
