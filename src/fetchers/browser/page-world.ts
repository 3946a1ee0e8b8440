import type { CDPSession } from 'playwright';
import { abortable } from '../abortable.ts';
import { type PageScripts, pageScriptsSource } from './page/page-scripts.ts';

// Longer than any script of ours takes on the largest page; a page that hangs is ended by the time for the document.
const SCRIPT_MS = 15_000;
const ATTEMPTS = 5;

type Answer<Name extends keyof PageScripts> = Awaited<ReturnType<PageScripts[Name]>>;

/**
 * Runs our scripts in a page, in a world of their own: they see the same document, but nothing the page did to the
 * functions of the browser, and its content security policy does not concern them.
 */
export class PageWorld {
  readonly #session: CDPSession;
  readonly #signal: AbortSignal;
  readonly #source = pageScriptsSource();
  #contextId: number | null = null;

  constructor(session: CDPSession, signal: AbortSignal) {
    this.#session = session;
    this.#signal = signal;
  }

  /** Calls a script with arguments that are plain data. A page that navigates meanwhile is asked again as it is then. */
  async call<Name extends keyof PageScripts>(
    name: Name,
    ...parameters: Parameters<PageScripts[Name]>
  ): Promise<Answer<Name>> {
    const list = parameters.map((parameter) => JSON.stringify(parameter)).join(', ');
    for (let attempt = 1; ; attempt += 1) {
      try {
        return (await this.#evaluate(`clausewatch.${name}(${list})`)) as Answer<Name>;
      } catch (error) {
        this.#signal.throwIfAborted();
        this.#contextId = null;
        if (attempt >= ATTEMPTS) throw error;
      }
    }
  }

  async #evaluate(expression: string): Promise<unknown> {
    if (this.#contextId === null) {
      this.#contextId = await this.#enter();
      await this.#run(this.#source, this.#contextId);
    }
    return await this.#run(expression, this.#contextId);
  }

  async #enter(): Promise<number> {
    const { frameTree } = await abortable(this.#session.send('Page.getFrameTree'), this.#signal);
    const { executionContextId } = await abortable(
      this.#session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'clausewatch' }),
      this.#signal,
    );
    return executionContextId;
  }

  async #run(expression: string, contextId: number): Promise<unknown> {
    const evaluating = this.#session.send('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
      timeout: SCRIPT_MS,
    });
    const { result, exceptionDetails } = await abortable(evaluating, this.#signal);
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  }
}
