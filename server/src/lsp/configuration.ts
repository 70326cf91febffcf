import { DidChangeConfigurationNotification, type DidChangeConfigurationParams } from 'vscode-languageserver';
import type { Session } from './session.ts';
import { readSettings, type UserSettings } from './settings.ts';

const SECTION = 'worksheets';

/**
 * Follows the user's settings: asks a client that can be asked, and takes what another one sends.
 *
 * @param initial what the client sent with its first request; settings of later come on top of these
 * @param onChange is told the settings, at once and after each change
 * @returns to be called when the client is ready to be asked
 */
export function followConfiguration(
  { connection, client, guard }: Session,
  initial: unknown,
  onChange: (settings: UserSettings) => void,
): () => void {
  const take = (value: unknown): void => {
    const { settings, problems } = readSettings({ ...entriesOf(initial), ...entriesOf(value) });
    for (const problem of problems) connection.console.warn(problem);
    onChange(settings);
  };
  const ask = guard.notification('Reading settings', async () => {
    take(await connection.workspace.getConfiguration(SECTION));
  });
  const sent = guard.notification('Reading settings', ({ settings }: DidChangeConfigurationParams) => {
    take(entriesOf(settings)[SECTION]);
  });

  take({});
  connection.onDidChangeConfiguration(client.configuration ? ask : sent);
  return guard.notification('Following settings', async () => {
    if (client.configuration) ask();
    if (client.watchConfiguration) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
    }
  });
}

/** The set entries of an object; none of anything else. An editor sends `null` for a setting that is not set. */
function entriesOf(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== null && entry !== undefined));
}
