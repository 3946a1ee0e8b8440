import { type PdfLook, type PdfPart, writePdf } from './write-pdf.ts';

/** The policy of a fictional platform as a PDF of several pages; `extra` stands at the end of "How we use it". */
export function policyPdf(extra: readonly string[] = [], look: PdfLook = {}): Promise<Uint8Array<ArrayBuffer>> {
  const parts: PdfPart[] = [
    { heading: 'Fable Harbour Privacy Policy', level: 1 },
    { text: 'This policy tells what Fable Harbour does with information about you, ashore and at sea.' },
    { heading: 'What we collect', level: 2 },
    { text: 'When you moor your boat with us we keep, for as long as your berth is yours:' },
    {
      list: [
        'your name, the name of your boat and the harbour you came from;',
        'the letters you send through the harbour office, until they have been delivered to the person you wrote to and for thirty days after that;',
        'the times at which your boat came and went.',
      ],
    },
    { heading: 'How we use it', level: 2 },
    {
      text: 'We use what we know about you to keep the harbour safe, to answer your questions, and to find out whether somebody uses a berth that is not theirs. Third-party pilots may see the name of your boat, but never the letters you send to your friends or the drawings you keep in your locker.',
    },
    ...extra.map((text) => ({ text })),
    { heading: 'How long we keep it', level: 2 },
    {
      table: [
        ['Information', 'Why', 'How long'],
        ['Name of the boat', 'To find its berth', 'One year'],
        ['Letters', 'To deliver them to the person they were written to', 'Thirty days'],
        ['Times of arrival', 'To settle what is owed for the berth', 'Ten years'],
      ],
    },
    'page break',
    { heading: 'Your choices', level: 2 },
    {
      text: 'You can read, correct or remove what we hold about you by writing to the harbour office. We answer within four weeks, in plain words and without asking for money, and we tell nobody else that you asked.',
    },
    {
      list: ['Ask which facts we hold.', 'Ask us to correct them.', 'Complain to the authority of your country.'],
      ordered: true,
    },
    { link: 'The rules of the harbour', href: 'https://fable.example/rules?utm_source=pdf' },
    {
      text: 'We sell nobody’s information, and we will ask every person again before that could ever become different.',
    },
  ];
  return writePdf(parts, { running: 'Fable Harbour · Privacy Policy', ...look });
}
