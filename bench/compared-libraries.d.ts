// The little of these libraries that the benchmark uses; they bring no types of their own.
declare module 'jsdom' {
  export class VirtualConsole {}
  export class JSDOM {
    constructor(html: string, options?: { readonly url?: string; readonly virtualConsole?: VirtualConsole });
    // biome-ignore lint/suspicious/noExplicitAny: a document of the browser, whose types are left out of this project.
    readonly window: { readonly document: any; close(): void };
  }
}
declare module 'turndown' {
  const TurndownService: new () => { turndown(element: unknown): string };
  // biome-ignore lint/style/noDefaultExport: what the library has.
  export default TurndownService;
}
