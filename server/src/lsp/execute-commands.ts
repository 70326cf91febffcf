import {
  type CancellationToken,
  type Connection,
  type ExecuteCommandParams,
  MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver';
import type { WorksheetService } from '../service.ts';
import { locations } from './built-in-locations.ts';
import type { ClientFeatures } from './capabilities.ts';
import { encodeEdit } from './encode.ts';
import type { Guard } from './guard.ts';
import { ANSWER, HINT, OPEN_KEY, type QuestionPlace } from './protocol.ts';
import type { Runtime } from './runtime.ts';

/**
 * Does what clients ask for by the name of a command.
 *
 * @param onWorkspace does the commands that are about no question, by their names
 */
export function executeCommands(
  connection: Connection,
  service: WorksheetService,
  client: ClientFeatures,
  guard: Guard,
  runtime: Runtime,
  onWorkspace: Readonly<Record<string, (token: CancellationToken) => unknown>>,
): void {
  const openable = locations(client, runtime);
  const onQuestion: Record<string, (place: QuestionPlace) => Promise<void>> = {
    async [ANSWER](place) {
      const edit = service.answer(place);
      if (edit) await connection.workspace.applyEdit(encodeEdit(edit, client, (uri) => service.version(uri)));
    },
    async [HINT](place) {
      const hint = service.hint(place);
      if (hint !== null)
        await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message: hint });
    },
    async [OPEN_KEY](place) {
      const key = service.keyPlace(place);
      for (const { uri, range } of openable(key ? [key] : []))
        await connection.window.showDocument({ uri, selection: range, takeFocus: true });
    },
  };
  connection.onExecuteCommand(
    guard.request(
      'A command',
      null,
      async ({ command, arguments: [place] = [] }: ExecuteCommandParams, token) =>
        (await (onWorkspace[command]?.(token) ?? onQuestion[command]?.(place))) ?? null,
    ),
  );
}
