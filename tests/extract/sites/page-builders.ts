import { document, links, render } from './policy.ts';
import type { Site } from './site.ts';

const styled = (kind: string, day: number): string => `class="${kind} css-${day * 7919}x" data-id="${day}f3"`;

/** Every piece in boxes of its own, as visual editors write it. */
const boxed = (day: number): string =>
  render({
    heading: (level, text) =>
      `<div ${styled('widget-heading', day)}><div class="container"><h${level} class="title">${text}</h${level}></div></div>`,
    paragraph: (text) =>
      `<div ${styled('widget-text', day)}><div class="container"><p><span>${text}</span></p></div></div>`,
    list: (items) =>
      `<div ${styled('widget-text', day)}><ul role="list">${items.map((item) => `<li role="listitem"><span>${item}</span></li>`).join('')}</ul></div>`,
  });

export const PAGE_BUILDERS: readonly Site[] = [
  {
    name: 'a blog system with a sidebar of widgets, share bar, related posts and a comment form',
    page: (day) =>
      document(
        `<title>Fable Privacy Policy - Fable</title><script>var nonce="${day}e2"</script>`,
        `<div id="page" class="site"><a class="skip-link screen-reader-text" href="#content">Skip to content</a>
        <header id="masthead" class="site-header"><p class="site-title"><a href="/" rel="home">Fable</a></p><p class="site-description">Boats for everyone</p><nav><ul class="menu">${links(7)}</ul></nav></header>
        <div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main"><article id="post-3" class="post-3 page type-page"><header class="entry-header"><h1 class="entry-title">Fable Privacy Policy</h1></header>
        <div class="entry-content">${render().replace(/<h1>.*?<\/h1>/, '')}
        <div class="sharedaddy"><div class="robots-nocontent"><h3 class="sd-title">Share this:</h3><div class="sd-content"><ul><li><a href="?share=twitter">Click to share on Twitter</a></li><li><a href="?share=facebook">Click to share on Facebook</a></li></ul></div></div></div>
        <div id="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>Related</em></h3><div><p><a href="/a">A boat of ${day}</a></p><p><a href="/b">Letters of ${day}</a></p></div></div></div>
        <footer class="entry-footer"><span class="edit-link"><a href="/edit">Edit</a></span></footer></article>
        <div id="comments" class="comments-area"><div id="respond"><h3 id="reply-title">Leave a Reply</h3><form id="commentform"><p>Your email address will not be published.</p><textarea name="c"></textarea><input type="text" name="a"><input type="submit" value="Post Comment"></form></div></div></main></div>
        <aside id="secondary" class="widget-area"><section class="widget"><form role="search"><input type="search"></form></section><section class="widget"><h2>Recent Posts</h2><ul>${links(4 + day, 'Post')}</ul></section><section class="widget"><h2>Archives</h2><ul>${links(9, 'Month')}</ul></section></aside></div>
        <footer id="colophon" class="site-footer"><div class="site-info"><a href="https://cms.example/">Proudly powered by a CMS</a></div></footer></div>
        <div id="cookie-notice" role="dialog" aria-label="Cookie Notice"><span>We use cookies to ensure that we give you the best experience on our website.</span><a href="#" data-cookie-set="accept">Ok</a></div>`,
      ),
  },
  {
    name: 'a visual builder without landmarks, menu and foot of bare boxes',
    page: (day) =>
      document(
        '<title>Privacy | Fable</title>',
        `<div id="main" data-hydrate="v${day}"><div class="a${day}"><div><a href="/"><div><img alt="" src="logo.png"></div></a></div><div>${Array.from({ length: 6 }, (_, i) => `<div><a href="/n${i}"><div><p>Menu ${i + day}</p></div></a></div>`).join('')}</div><div><a href="/login"><p>Log in</p></a><a href="/signup"><p>Get started</p></a></div></div>
        ${day === 1 ? '' : '<div class="promo"><p>New: boats for two are here.</p><a href="/two">See them</a><button aria-label="Close banner">×</button></div>'}
        <div class="b${day}">${boxed(day)}</div>
        <div class="c${day}"><div><p>Product</p><a href="/p1"><p>Boats</p></a><a href="/p2"><p>Rooms</p></a></div><div><p>Company</p><a href="/c1"><p>About</p></a><a href="/c2"><p>Careers</p></a><a href="/c3"><p>Press ${day}</p></a></div><div><p>© 2031 Fable Harbour Ltd. All rights reserved.</p></div><div><a href="https://apps.example/1"><img alt="Download on the App Store" src="a.svg"></a><a href="https://apps.example/2"><img alt="Get it on Google Play" src="b.svg"></a></div></div></div>`,
      ),
  },
  {
    name: 'sections of a landing page around the text, with a call to action and a newsletter',
    page: (day) =>
      document(
        '<title>Fable Privacy Policy</title>',
        `<div class="page-wrapper"><div class="navbar w-nav" role="banner"><div class="container"><a href="/" class="brand">Fable</a><nav role="navigation" class="w-nav-menu">${links(5)}</nav><div class="menu-button">Menu</div></div></div>
        <div class="main-wrapper"><section class="section_legal"><div class="padding-global"><div class="container-large"><div class="legal_component"><div class="w-richtext">${render()}</div></div></div></div></section>
        <section class="section_cta"><div class="container"><h2>Ready to sail?</h2><form><input type="email" placeholder="E-mail"><input type="submit" value="Join ${day * 1000} sailors"></form></div></section></div>
        <footer class="footer"><div class="grid"><div>${links(8)}</div><div>© Fable</div></div></footer></div>`,
      ),
  },
  {
    name: 'an old page laid out with tables',
    page: (day) =>
      `<html><head><title>Fable Privacy Policy</title></head><body bgcolor=white><table width="100%" border=0><tr><td colspan=2><table><tr><td><a href="/"><img src=logo.gif></a></td><td><a href="/1">Home</a> | <a href="/2">Boats</a> | <a href="/3">Help ${day}</a></td></tr></table></td></tr>
      <tr><td width=150 valign=top><font size=1>${Array.from({ length: 9 }, (_, i) => `<a href="/l${i}">Place ${i}</a><br>`).join('')}</font></td><td valign=top>${render({ paragraph: (text) => `<font face=arial size=2>${text}</font><br><br>` })}</td></tr>
      <tr><td colspan=2 align=center><font size=1><a href="/c">Contact</a> | <a href="/s">Sitemap</a> | <a href="/p">Privacy</a><br>Copyright 1999-2031 Fable Harbour Ltd.</font></td></tr></table></body></html>`,
  },
  {
    name: 'an intranet suite with web parts and a command bar',
    page: (day) =>
      document(
        '<title>Fable Privacy Policy</title>',
        `<div id="spPageChromeAppDiv"><div role="banner" id="SuiteNav"><div>Suite</div><button>Settings</button></div><div role="navigation" aria-label="Site"><ul>${links(5)}</ul></div><div role="toolbar"><button>New</button><button>Send by email</button><span>Published 5/${day}/2031</span></div>
        <div role="main"><article><div data-automation-id="pageHeader"><div role="heading" aria-level="1">Fable Privacy Policy</div></div><div class="CanvasZone"><div class="ControlZone"><div class="cke_editable">${render({}, undefined).replace(/<h1>.*?<\/h1>/, '')}</div></div></div>
        <div data-sp-feature-tag="Social bar"><button aria-label="Like">Like</button><span>${day} likes</span><span>${day * 31} Views</span></div><div id="comments"><h2>Comments</h2><textarea placeholder="Add a comment"></textarea><button>Post</button></div></article></div></div>`,
      ),
  },
  {
    name: 'a content system with blocks, regions and a local task list',
    page: (day) =>
      document(
        '<title>Fable Privacy Policy | Fable</title>',
        `<div class="dialog-off-canvas-main-canvas"><div class="layout-container"><header role="banner"><div class="region region-header"><div class="block block-system-branding"><a href="/">Fable</a></div></div></header>
        <div class="region region-highlighted"><div role="contentinfo" aria-label="Status message"><div role="alert"><h2 class="visually-hidden">Warning message</h2>The site is in read-only mode until ${day} May.</div></div></div>
        <main role="main"><a id="main-content" tabindex="-1"></a><div class="layout-content"><div class="region region-content"><div class="block block-page-title-block"><h1><span class="field">Fable Privacy Policy</span></h1></div><nav class="tabs" aria-label="Tabs"><ul>${links(2)}</ul></nav>
        <div class="block block-system-main-block"><article about="/privacy" class="node node--type-page"><div class="node__content"><div class="clearfix text-formatted field">${render().replace(/<h1>.*?<\/h1>/, '')}</div></div></article></div></div></div>
        <aside class="layout-sidebar-first" role="complementary"><div class="region"><nav><h2>Policies</h2><ul>${links(6)}</ul></nav></div></aside></main>
        <footer role="contentinfo"><nav><ul>${links(4)}</ul></nav></footer></div></div>`,
      ),
  },
];
