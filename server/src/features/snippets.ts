import { t } from '@vscode/l10n';

/** A list that turns up in many answers. */
export interface ListSnippet {
  readonly label: string;
  /** What people type who want it; the start of one is enough. */
  readonly prefixes: readonly string[];
  /** One item a line. */
  readonly lines: readonly string[];
  /** Where the list can be checked. */
  readonly source: { readonly title: string; readonly url: string };
}

const layers = ['Application', 'Presentation', 'Session', 'Transport', 'Network', 'Data link', 'Physical'];
const osi = { title: 'ITU-T X.200', url: 'https://www.itu.int/rec/T-REC-X.200' };

/** The recurrent lists: the OSI layers in either order, the three steps of TCP's handshake. */
export const listSnippets: readonly ListSnippet[] = [
  {
    get label() {
      return t('Seven OSI layers, top down');
    },
    prefixes: ['seven', 'layers', 'osi', 'application'],
    lines: layers.map((name, index) => `${index + 1}. ${name} (layer ${7 - index})`),
    source: osi,
  },
  {
    get label() {
      return t('Seven OSI layers, bottom up');
    },
    prefixes: ['seven', 'layers', 'osi', 'physical'],
    lines: layers.toReversed().map((name, index) => `${index + 1}. ${name}`),
    source: osi,
  },
  {
    get label() {
      return t('Three steps of the TCP handshake');
    },
    prefixes: ['three', 'handshake', 'syn', 'tcp'],
    lines: [
      '1. SYN: the client asks for a connection and names its first sequence number',
      '2. SYN-ACK: the server agrees, names its own, and acknowledges the one it got',
      '3. ACK: the client acknowledges, and the connection stands',
    ],
    source: { title: 'RFC 9293, section 3.5', url: 'https://www.rfc-editor.org/rfc/rfc9293#section-3.5' },
  },
];
