export interface RawPdfOptions {
  /** Of the content stream, such as `/Filter/FlateDecode`. */
  readonly filter?: string;
  /** The one page, shown so many times. */
  readonly pages?: number;
}

/** A PDF of one page with this content stream and the font `/F1`, written by hand. */
export function rawPdf(content: string | Uint8Array, { filter = '', pages = 1 }: RawPdfOptions = {}): Uint8Array {
  const stream = Buffer.from(content);
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${'3 0 R '.repeat(pages)}]/Count ${pages}>>`,
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    Buffer.concat([Buffer.from(`<</Length ${stream.length}${filter}>>stream\n`), stream, Buffer.from('\nendstream')]),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let file = Buffer.from('%PDF-1.7\n');
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file = Buffer.concat([file, Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]);
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.concat([file, Buffer.from(end)]));
}
