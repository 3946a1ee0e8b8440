import { type Command, Option } from 'commander';
import type { PolicyText } from '../domain/block.ts';
import { escapeTerminal } from '../domain/escape-terminal.ts';
import type { Classification } from '../domain/fact.ts';
import { printableJson } from '../domain/printable-json.ts';
import type { Redline } from '../domain/redline.ts';
import type { CliContext } from './cli-context.ts';

const REDLINE_FORMATS = ['terminal', 'html', 'patch', 'json', 'markdown'] as const;
type RedlineFormat = (typeof REDLINE_FORMATS)[number];

const LAYOUTS = ['side-by-side', 'inline'] as const;

/** The options of a verb that shows a redline. */
export interface RedlineOptions {
  readonly format: RedlineFormat;
  readonly layout: (typeof LAYOUTS)[number];
  readonly json?: boolean;
}

export function withRedlineOptions(verb: Command): Command {
  return verb
    .addOption(new Option('--format <format>', 'how to show the redline').choices(REDLINE_FORMATS).default('terminal'))
    .addOption(
      new Option('--layout <layout>', 'of HTML: both texts beside each other or in one')
        .choices(LAYOUTS)
        .default('side-by-side'),
    );
}

export interface ShownRedline {
  readonly redline: Redline;
  readonly classification: Classification;
  readonly before: PolicyText & { readonly markdown: string };
  readonly after: PolicyText & { readonly markdown: string };
  readonly title: string;
  /** For headings: what stands before and after. */
  readonly names: { readonly before: string; readonly after: string };
}

/** The whole output of `diff` and `compare` in one format, newline at the end. */
export async function formatRedline(
  shown: ShownRedline,
  { format, layout, json }: RedlineOptions,
  context: CliContext,
): Promise<string> {
  const { redline, classification, names } = shown;
  switch (json ? 'json' : format) {
    case 'terminal': {
      const [{ renderTerminal }, { describeClassification }] = await Promise.all([
        import('../diff/render-terminal.ts'),
        import('./describe-classification.ts'),
      ]);
      const options = { color: context.colour, width: Math.min(context.width, 120) };
      if (redline.hunks.length === 0) return 'no difference\n';
      const head = `--- ${escapeTerminal(names.before)}\n+++ ${escapeTerminal(names.after)}\n`;
      return `${head}${describeClassification(classification)}\n${renderTerminal(redline, options)}\n`;
    }
    case 'html': {
      const { renderHtml } = await import('../diff/render-html.ts');
      const { language } = shown.after;
      return `${renderHtml(redline, { layout, standalone: true, title: shown.title, language })}\n`;
    }
    case 'patch': {
      const { renderPatch } = await import('../diff/render-patch.ts');
      return renderPatch(shown.before.markdown, shown.after.markdown, names);
    }
    case 'markdown': {
      const { renderMarkdown } = await import('../diff/render-markdown.ts');
      return renderMarkdown(redline, { title: shown.title });
    }
    case 'json':
      return `${printableJson({ ...names, redline, classification })}\n`;
  }
}
