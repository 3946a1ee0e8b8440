import type { Config } from '../../config/config.ts';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import { escapeTerminal } from '../../domain/escape-terminal.ts';
import type { FindBrowserOptions } from '../../fetchers/browser/find-browser.ts';
import type { Finding } from './finding.ts';

/** Which browser would be used. That there is none is a fault only where a document cannot do without. */
export async function examineBrowser(
  { settings, documents }: Config,
  where: FindBrowserOptions = {},
): Promise<Finding> {
  const { BROWSER_MISSING_ADVICE, findBrowser } = await import('../../fetchers/browser/find-browser.ts');
  const { path } = settings.browser;
  const needing = documents.filter(({ enabled, fetch }) => enabled && fetch === 'browser').length;
  try {
    const found = await findBrowser(path === undefined ? where : { configuredPath: path });
    return { state: 'good', subject: 'browser', detail: `${escapeTerminal(found.path)} (${found.kind})` };
  } catch (error) {
    if (!(error instanceof ClausewatchError)) throw error;
    const named = path !== undefined;
    const needed =
      needing === 0
        ? 'no document is set to need one, pages that show their text to a browser only stay unread'
        : `${needing} ${needing === 1 ? 'document needs' : 'documents need'} one`;
    return {
      state: needing > 0 || named ? 'bad' : 'note',
      subject: 'browser',
      detail: `${escapeTerminal(error.message.split('. ', 1)[0] ?? '')}; ${needed}`,
      mend: named ? 'correct browser.path in the settings, or leave it out' : BROWSER_MISSING_ADVICE,
    };
  }
}
