import {
  type CancellationToken,
  type ExecuteCommandParams,
  MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver';
import { encodeEdit } from './encode.ts';
import { ANSWER, HINT, OPEN_KEY, type QuestionPlace } from './protocol.ts';
import type { Session } from './session.ts';

/**
 * Does what clients ask for by the name of a command.
 *
 * @param onWorkspace does the commands that are about no question, by their names
 */
export function executeCommands(
  { connection, service, client, guard, encodeLocations }: Session,
  onWorkspace: Readonly<Record<string, (token: CancellationToken) => unknown>>,
): void {
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
      for (const { uri, range } of encodeLocations(key ? [key] : []))
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
