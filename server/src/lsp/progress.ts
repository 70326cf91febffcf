import { t } from '@vscode/l10n';
import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { SurveyProgress } from '../workspace/worksheet-survey.ts';

/**
 * Shows how far some work is, to a client that can show it, with a way to stop it.
 *
 * @param token another way to stop it
 */
export async function withProgress<Result>(
  connection: Connection,
  title: string,
  work: (progress: SurveyProgress) => Promise<Result>,
  token?: CancellationToken,
): Promise<Result> {
  // A client that cannot show it is no reason not to do the work.
  const shown = await connection.window.createWorkDoneProgress().catch(() => null);
  shown?.begin(title, 0, undefined, true);
  let said = 0;
  try {
    return await work({
      get cancelled() {
        return [shown?.token, token].some((each) => each?.isCancellationRequested);
      },
      report(read, total) {
        const percentage = total === 0 ? 100 : Math.floor((100 * read) / total);
        if (percentage === said) return;
        said = percentage;
        shown?.report(percentage, t('{0} of {1} files', read, total));
      },
    });
  } finally {
    shown?.done();
  }
}

/** For work that nobody watches. */
export const unseen: SurveyProgress = { cancelled: false, report() {} };
