import { document, links, render } from './policy.ts';
import type { Site } from './site.ts';

const body = render({}, undefined).replace(/<h1>.*?<\/h1>/, '');
const title = '<h1 class="article__title">Fable Privacy Policy</h1>';

export const HELP_CENTRES: readonly Site[] = [
  {
    name: 'a help centre with breadcrumbs, votes, related articles and comments',
    page: (day) =>
      document(
        `<title>Fable Privacy Policy – Fable Help Center</title><meta name="csrf-token" content="${day}a9">`,
        `<a class="skip-navigation" tabindex="1" href="#main-content">Skip to main content</a>
        <header class="header"><div class="logo"><a href="/hc">Fable Help Center</a></div><div class="nav-wrapper"><a href="/hc/requests/new">Submit a request</a><a href="/hc/signin">Sign in</a></div></header>
        <main role="main"><div class="container"><nav class="sub-nav"><ol class="breadcrumbs"><li><a href="/hc">Fable</a></li><li><a href="/hc/legal">Legal</a></li></ol>
        <form role="search" class="search"><input type="search" placeholder="Search"></form></nav>
        <div class="article-container"><aside class="article-sidebar"><h3>Articles in this section</h3><ul>${links(6 + day, 'Article')}</ul><a href="/hc/more">See more</a></aside>
        <article class="article"><header class="article-header">${title}<div class="article-author"><div class="article-meta"><a href="/hc/profiles/1">Quay Keeper</a><ul class="meta-group"><li class="meta-data"><time datetime="2031-05-0${day}">${day} days ago</time></li><li class="meta-data">Updated</li></ul></div></div><button class="article-subscribe">Follow</button></header>
        <section class="article-info"><div class="article-content"><div class="article-body">${body}</div></div></section>
        <footer><div class="article-footer"><div class="article-share"><ul class="share"><li><a href="https://www.facebook.com/share.php?u=1">Facebook</a></li><li><a href="https://twitter.com/share?u=2">Twitter</a></li></ul></div></div>
        <div class="article-votes"><span class="article-votes-question">Was this article helpful?</span><div><button>Yes</button><button>No</button></div><small>${day * 7} out of ${day * 9} found this helpful</small></div>
        <div class="article-more-questions">Have more questions? <a href="/hc/requests/new">Submit a request</a></div></footer>
        <section class="article-relatives"><h2>Related articles</h2><ul>${links(4 + day, 'Related')}</ul></section>
        <div class="article-comments"><section class="comments"><h2>Comments</h2><p class="comments-callout">Please <a href="/signin">sign in</a> to leave a comment.</p></section></div></article></div></div></main>
        <footer class="footer"><a href="/hc">Fable Help Center</a><div><button aria-haspopup="true" aria-expanded="false">English (US)</button><span><a href="/hc/de">Deutsch</a><a href="/hc/fr">Français</a></span></div></footer>`,
      ),
    also: ['Quay Keeper'],
  },
  {
    name: 'a help centre in a script framework, with an author, a chat and a reaction picker',
    page: (day) =>
      document(
        '<title>Fable Privacy Policy | Fable Help</title>',
        `<div id="__next"><div dir="ltr"><header><div><div class="flex"><a href="/en/"><img alt="Fable Help" src="/l.png"></a><div><a href="https://fable.example/">Go to Fable</a><div><button>English</button></div></div></div><h2>Advice and answers from the Fable crew</h2><form action="/en/"><input type="text" placeholder="Search for articles..."><button type="submit"></button></form></div></header>
        <div class="flex-col"><div class="section__bg"><div class="bc"><a href="/en/">All Collections</a><div>›</div><a href="/en/c/legal">Legal</a><div>›</div><div>Fable Privacy Policy</div></div>
        <div class="article"><div class="header"><h1>Fable Privacy Policy</h1><div class="desc"></div><div class="avatar"><img alt="K avatar" src="a.png"><div><div>Written by <span>Keeper</span></div><div>Updated ${day === 1 ? 'yesterday' : `over ${day} days ago`}</div></div></div></div>
        <div class="jsx"><article dir="ltr">${body.replaceAll('<p>', '<div class="intercom-interblocks-paragraph no-margin"><p>').replaceAll('</p>', '</p></div>')}</article></div></div>
        ${day === 1 ? '' : `<section class="related"><hr><div>Related Articles</div><div><a href="/en/1"><span>How boats float</span></a><a href="/en/2"><span>How ${day} letters travel</span></a></div></section>`}
        <div class="reactions"><div>Did this answer your question?</div><button>😞</button><button>😐</button><button>😃</button></div></div></div>
        <footer><a href="/en/">Fable Help</a><div>We run on a platform</div></footer></div>
        <div class="launcher">${day === 2 ? '<div><h4>Ask the harbour</h4><p>Chat support is temporarily down. Please leave a message and we will come back to you.</p><input type="text"><button>Send</button></div>' : ''}</div></div>`,
      ),
  },
  {
    name: 'a knowledge base of a customer platform, with tabs of properties and a list of topics',
    page: (day) =>
      document(
        '<title>Fable Privacy Policy</title>',
        `<div class="siteforceStarterBody"><div class="cHeader"><div role="banner"><a href="/s/">Home</a><input type="search" placeholder="Search..."><button>Search</button></div></div>
        <div class="auraLoadingBox" role="alert"><div>Loading</div><div>×Sorry to interrupt</div><a href="?">Refresh</a></div>
        <div class="comm-page" role="main"><div class="cb-section_row"><div class="col8"><div class="article-head"><h1><span>Fable Privacy Policy</span></h1><ul class="attrs"><li><span>May 1, 2031</span><span>•</span><span>Knowledge</span></li></ul></div>
        <div class="article-detail"><div class="slds-form-element"><span class="label">Article Details</span><div class="rich">${body}</div></div></div></div>
        <div class="col4"><div class="related"><h2>Related Articles</h2><ul>${links(5, 'Topic')}</ul><h2>Trending</h2><ul>${links(day + 2, 'Trend')}</ul></div></div></div></div>
        <div role="contentinfo"><a href="/privacy">Privacy</a></div></div>`,
      ),
    also: ['May 1, 2031•Knowledge', 'Article Details'],
  },
];
