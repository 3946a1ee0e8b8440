/** One run of text as it stands on a page. Lengths in points; `y` grows downwards, to the base line. */
export interface TextItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the letters. */
  readonly size: number;
  /** Names a font within its document, nothing else. */
  readonly font: string;
  /** Of the marked content it stands in; null outside of it. */
  readonly contentId: string | null;
  readonly href: string | null;
}

/** A node of the structure tree of a tagged PDF, reduced to one page. */
export interface StructureNode {
  readonly role: string;
  readonly children: readonly (StructureNode | StructureLeaf)[];
}

export interface StructureLeaf {
  /** Content of the page, or an object such as a link. */
  readonly type: 'content' | 'object';
  readonly id: string;
}

export interface PdfPage {
  readonly height: number;
  readonly items: readonly TextItem[];
  readonly tree: StructureNode | null;
}

export interface PdfDocument {
  /** As the file's properties say; "" when they say nothing. */
  readonly title: string;
  readonly pages: readonly PdfPage[];
}

/** Stands for the id of content that the file itself calls no part of its text. */
export const ARTIFACT = 'artifact';
