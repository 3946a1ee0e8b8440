import { document, links, POLICY, render } from './policy.ts';
import type { Site } from './site.ts';

const slug = (text: string): string => text.toLowerCase().replace(/\W+/g, '-');
const contents = (path = ''): string =>
  `<ul>${POLICY.filter(([kind]) => kind === 'h2')
    .map((part) => `<li><a href="${path}#${slug(String(part[1]))}">${part[1]}</a></li>`)
    .join('')}</ul>`;

export const DOCUMENT_SITES: readonly Site[] = [
  {
    name: 'a documentation site with a sidebar, anchors, "On this page" and pages before and after',
    page: (day) =>
      document(
        '<title>Fable Privacy Policy | Fable Docs</title>',
        `<div id="__docusaurus"><div role="region" aria-label="Skip to main content"><a class="skipToContent" href="#">Skip to main content</a></div>
        ${day === 2 ? '<div class="announcementBar" role="banner"><div>We moved the docs.</div><button aria-label="Close">×</button></div>' : ''}
        <nav class="navbar"><a href="/">Fable</a><button aria-label="Switch between dark and light mode">mode</button></nav><div class="docsWrapper"><div class="docRoot"><aside class="theme-doc-sidebar-container"><nav class="menu"><ul>${links(14, 'Page')}</ul></nav></aside>
        <main class="docMainContainer"><div class="container"><div class="row"><div class="col docItemCol"><div class="docItemContainer"><article><nav aria-label="Breadcrumbs"><ul>${links(2)}</ul></nav><div class="tocCollapsible"><button type="button" class="clean-btn">On this page</button></div>
        <div class="theme-doc-markdown markdown">${render({
          heading: (level, text) =>
            `<h${level} id="${slug(text)}">${text}${level > 1 ? `<a href="#${slug(text)}" class="hash-link" aria-label="Direct link to ${text}" title="Direct link">\u200b</a>` : ''}</h${level}>`,
        })
          .replace('<h1', '<header><h1')
          .replace('</h1>', '</h1></header>')}</div>
        <footer class="theme-doc-footer"><div><a href="https://git.example/edit" class="theme-edit-this-page">Edit this page</a></div><div class="lastUpdated">Last updated on <b><time datetime="2031-05-0${day}">May ${day}, 2031</time></b> by <b>keeper</b></div></footer></article><nav class="pagination-nav" aria-label="Docs pages"><a href="/p"><div>Previous</div><div>Terms</div></a><a href="/n"><div>Next</div><div>Cookies</div></a></nav></div></div>
        <div class="col col--3"><div class="tableOfContents">${contents()}</div></div></div></div></main></div></div><footer class="footer"><div>Copyright © 2031 Fable.</div></footer></div>`,
      ),
  },
  {
    name: 'a document exported from a word processor, spans and classes only',
    page: (day) =>
      `<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"><style type="text/css">.lst-kix_${day}{}</style></head><body class="c${day} doc-content">${render(
        {
          heading: (level, text) =>
            `<h${level} class="c${day}" id="h.${day}x"><span class="c4">${text}</span></h${level}>`,
          paragraph: (text) =>
            `<p class="c1"><span class="c3">${text.slice(0, 20)}</span><span class="c${day}">${text.slice(20)}</span></p><p class="c1 c2"><span class="c3"></span></p>`,
          list: (items) =>
            `<ul class="c9 lst-kix_a-0 start">${items.map((item) => `<li class="c1 li-bullet-0"><span class="c3">${item}</span></li>`).join('')}</ul>`,
        },
      )}<div><p class="c5"><span class="c3"></span></p></div></body></html>`,
  },
  {
    name: 'a note page made of blocks of boxes, headings by look',
    page: (day) =>
      document(
        '<title>Fable Privacy Policy</title>',
        `<div id="notes-app"><div class="notes-app-inner"><div class="topbar"><div role="button">Fable</div><div role="button">Share</div><div role="button">Duplicate</div></div><div class="frame"><div class="page-content">${render(
          {
            heading: (level, text) =>
              `<div data-block-id="${day}-${slug(text)}" class="header-block"><h${level} placeholder="Heading" class="leaf" contenteditable="false">${text}</h${level}></div>`,
            paragraph: (text) =>
              `<div data-block-id="${day}${text.length}" class="text-block"><div><div contenteditable="false" data-leaf="true">${text}</div></div></div>`,
            list: (items) =>
              items
                .map(
                  (item) =>
                    `<div class="bulleted_list-block"><div><div class="pseudoBefore" aria-hidden="true">•</div></div><div><div contenteditable="false">${item}</div></div></div>`,
                )
                .join(''),
          },
        )}</div></div></div></div>`,
      ),
  },
  {
    name: 'a wiki with edit links, a contents box and categories',
    page: (day) =>
      document(
        '<title>Fable Privacy Policy - Fable Wiki</title>',
        `<div id="mw-page-base" class="noprint"></div><div id="content" class="mw-body" role="main"><a id="top"></a><div id="siteNotice">${day === 3 ? '<div class="notice"><p>Help us translate.</p><a href="#" role="button">Hide</a></div>' : ''}</div>
        <h1 id="firstHeading">Fable Privacy Policy</h1><div id="bodyContent"><div id="siteSub" class="noprint">From Fable Wiki</div><div id="jump-to-nav"></div><a class="mw-jump-link" href="#mw-head">Jump to navigation</a><a class="mw-jump-link" href="#searchInput">Jump to search</a>
        <div id="mw-content-text" class="mw-body-content"><div class="mw-parser-output"><div id="toc" class="toc" role="navigation"><h2>Contents</h2>${contents()}</div>${render(
          {
            heading: (level, text) =>
              `<h${level}><span class="mw-headline" id="${slug(text)}">${text}</span><span class="mw-editsection"><span class="mw-editsection-bracket">[</span><a href="/edit">edit</a><span class="mw-editsection-bracket">]</span></span></h${level}>`,
          },
          POLICY.slice(1),
        )}</div></div><div id="catlinks" class="catlinks"><div><a href="/Special:Categories">Categories</a>: <ul>${links(2, 'Category')}</ul></div></div></div></div>
        <div id="mw-navigation"><h2>Navigation menu</h2><div id="mw-head"><nav><ul>${links(5)}</ul></nav></div><div id="mw-panel"><nav><h3>Tools</h3><ul>${links(8, 'Tool')}</ul></nav></div></div>
        <footer id="footer" role="contentinfo"><ul><li>This page was last edited on ${day} May 2031, at 10:0${day}.</li></ul></footer>`,
      ),
    also: ['From Fable Wiki', 'Categories:', 'Category 0', 'Category 1'],
  },
  {
    name: 'a trust centre behind a script, with a cookie wall over it and the page hidden from screen readers',
    page: (day) =>
      document(
        '<title>Fable Privacy Policy</title>',
        `<div id="root" aria-hidden="true" data-version="${day}"><div class="sc-a${day}"><div class="sc-b"><a href="/"><img alt="Fable" src="l.png"></a><div role="tablist"><button role="tab" aria-selected="true">Policy</button><button role="tab">Controls</button></div></div><div role="tabpanel">${render()}</div></div></div>
        <div id="portal"><div role="dialog" aria-modal="true" class="sc-c${day}"><h2>Cookies at Fable</h2><p>We and our partners use cookies and similar techniques to remember you, to measure and to show you boats. You can choose below.</p><button>Accept all</button><button>Reject all</button><button>Preferences</button></div></div>`,
      ),
  },
  {
    name: 'a text in sections that unfold, with summaries beside it and a choice of country above',
    page: (day) =>
      document(
        '<title>Fable Privacy Policy</title>',
        `<header><a href="/">Fable</a><nav><ul>${links(6)}</ul></nav></header><div class="country"><form><label>Did we choose the right country? <select><option>Utopia</option><option>Fableland ${day}</option></select></label></form></div>
        <main><div class="hero"><h1>Fable Privacy Policy</h1><p>Last updated: May 1, 2031</p></div><div class="toc"><h2>On this page</h2>${contents()}</div>
        <div class="sections">${sections(day)}</div></main><footer><ul>${links(12)}</ul><p>© 2031 Fable</p></footer>`,
      ),
  },
];

function sections(day: number): string {
  const parts = POLICY.slice(2);
  const groups: (typeof POLICY)[] = [];
  for (const part of parts) {
    if (part[0] === 'h2' || groups.length === 0) groups.push([part]);
    else groups[groups.length - 1] = [...(groups.at(-1) ?? []), part];
  }
  return groups
    .map((group, index) => {
      const html = render({}, group);
      const head = /^<h2>(.*?)<\/h2>/.exec(html);
      if (!head) return `<div class="intro">${html}</div>`;
      return `<section id="s${index}"><h2><button type="button" aria-expanded="${index === day}" aria-controls="r:${day}:${index}">${head[1]}</button></h2><div id="r:${day}:${index}" ${index === day ? '' : 'hidden'}>${html.slice(head[0].length)}</div></section>`;
    })
    .join('');
}
