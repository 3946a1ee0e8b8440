import { Lexer, marked, type Token, type TokensList } from 'marked';

// What any rule for inline content begins with or looks ahead for; `&` because of entities.
const MAY_BE_MORE = /[\\<[`*~_&@]|:\/\/|www\.| {2}\n/i;

/** Tells text without any markup, most of every policy, by one look instead of a try of each rule. */
class MarkdownLexer extends Lexer {
  override inlineTokens(source: string, tokens: Token[] = []): Token[] {
    if (source === '' || MAY_BE_MORE.test(source)) return super.inlineTokens(source, tokens);
    tokens.push({ type: 'text', raw: source, text: source, escaped: false });
    return tokens;
  }
}

/** What Markdown (GFM) consists of, and whether something in it reaches beyond its end. */
export function lexMarkdown(markdown: string): { readonly tokens: TokensList; readonly isOpen: boolean } {
  const lexer = new MarkdownLexer({ ...marked.defaults, gfm: true });
  const tokens = lexer.lex(markdown);
  return { tokens, isOpen: lexer.state.inLink || Object.keys(lexer.tokens.links).length > 0 };
}
