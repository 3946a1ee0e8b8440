import { escapeTerminal } from '../../domain/escape-terminal.ts';
import { formatTable } from '../format-table.ts';
import { countUnmapped, type ImportedDocument, type ImportSummary } from './import-ota.ts';

const HEAD = ['DOCUMENT', 'VERSIONS', 'CHANGES', 'TECHNICAL', 'SUSPECT', 'SAME WORDS', 'KNOWN', ''];
const SHOWN = 10;

/** The table of an import, and what a person should know beside it. */
export function describeImport(summary: ImportSummary): { readonly table: string; readonly remarks: string[] } {
  const { documents, unmapped, repository, interrupted } = summary;
  const rows = documents.map((document) => rowOf(document));
  const errors = documents.flatMap(({ error }) => (error ? [escapeTerminal(error.message)] : []));
  const late = documents.reduce((sum, document) => sum + document.late, 0);
  const names = unmapped.map(({ service, terms }) => escapeTerminal(`${service}/${terms}`));
  const remarks = [
    `${escapeTerminal(repository)}${describeLicence(summary)}`,
    ...errors,
    late > 0
      ? `${late} versions left out: our own captures, or those of another recorder, tell what held at their time`
      : '',
    names.length > 0
      ? `${countUnmapped(unmapped)} versions of ${names.length} terms left out, as no watched document is theirs (--new-platforms keeps them): ${names.slice(0, SHOWN).join(', ')}${names.length > SHOWN ? ', …' : ''}`
      : '',
    interrupted ? 'interrupted; the same command goes on where this one ended' : '',
  ];
  return { table: formatTable([HEAD, ...rows]), remarks: remarks.filter((remark) => remark !== '') };
}

const NAMED = 'name where the texts come from when you publish them';

function describeLicence({ licence, sources }: ImportSummary): string {
  if (sources.length > 0) {
    const named = sources.map((source) => `${source.repository} (${source.licence ?? 'names no licence'})`);
    return `, with texts of ${escapeTerminal(named.join(', '))}: ${NAMED}`;
  }
  return licence === null ? ', which names no licence' : `, under ${licence}: ${NAMED}`;
}

function rowOf({ documentId, counts, changes, known, error }: ImportedDocument): string[] {
  const versions = counts.imported + counts.cosmetic + counts.technical;
  const numbers = [versions, changes, counts.technical, counts.suspect, counts.unchanged, known];
  return [documentId, ...numbers.map(String), error === null ? '' : error.code];
}
