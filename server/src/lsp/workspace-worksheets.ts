import { t } from '@vscode/l10n';
import { type CancellationToken, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { Debouncer } from '../workspace/clock.ts';
import { normalizeUri } from '../workspace/uri.ts';
import { type SurveyProgress, WorksheetSurvey } from '../workspace/worksheet-survey.ts';
import { unseen, withProgress } from './progress.ts';
import {
  type CheckAllResult,
  LIST,
  LIST_CHANGED,
  type ListParams,
  type ListResult,
  QUESTIONS,
  type QuestionsParams,
  type QuestionsResult,
} from './protocol.ts';
import type { Session } from './session.ts';
import { WorksheetList } from './worksheet-list.ts';

/** With more files than this, people see how far the first look at them is. */
const MANY_FILES = 200;
/** How long knowledge and settings have to stay as they are before all files are looked at again, in milliseconds. */
const CALM = 2000;

/** The worksheets of the workspace, open or not: their list, and the findings in those that are not open once somebody asks for them. */
export class WorkspaceWorksheets {
  readonly #session: Session;
  readonly #survey: WorksheetSurvey;
  readonly #list: WorksheetList;
  readonly #search: (again: boolean) => Promise<void>;
  readonly #open = new Set<string>();
  /** How many problems were published for files that are not open. */
  readonly #published = new Map<string, number>();
  readonly #again: Debouncer<'all'>;
  #state: ListResult['state'] | null = null;
  #checking = false;

  /** @param search comes when the files of the workspace have been looked for, once more if that is wanted */
  constructor(session: Session, search: (again: boolean) => Promise<void>) {
    const { connection, guard, files, clock, background } = session;
    this.#session = session;
    this.#search = search;
    const take = guard.steps('Reading a worksheet', (uri: string, text: string | null) => this.#take(uri, text));
    this.#survey = new WorksheetSurvey(files, background, take);
    this.#list = new WorksheetList(
      clock,
      () => ({ state: this.#state ?? 'complete', unread: this.#survey.unread }),
      (changes) => void connection.sendNotification(LIST_CHANGED, changes),
    );
    this.#again = new Debouncer(clock, CALM, () => void this.#survey.start(unseen));
    connection.onRequest(
      LIST,
      guard.request<ListParams, ListResult>('Worksheets', { worksheets: [], state: 'complete', unread: 0 }, (params) =>
        this.#answerList(params),
      ),
    );
    connection.onRequest(
      QUESTIONS,
      guard.request<QuestionsParams, QuestionsResult>('Questions', [], ({ uri }) => this.#list.questions(uri)),
    );
  }

  /** The files of the workspace, from now on. */
  setFiles(uris: Iterable<string>): void {
    this.#survey.setFiles(uris);
  }

  /** Some files have changed on disk. */
  filesChanged(uris: Iterable<string>): void {
    this.#survey.filesChanged(uris);
  }

  /** A document counts instead of its file. */
  opened(uri: string): void {
    this.#open.add(uri);
    this.#survey.documentOpened(uri);
    this.#publish(normalizeUri(uri), []);
  }

  /** An open document has changed, or is seen differently. */
  changed(uri: string): void {
    if (this.#survey.started) this.#list.set(uri, this.#session.service.overview(uri));
  }

  /** The file counts again. */
  closed(uri: string): void {
    this.#open.delete(uri);
    this.#survey.documentClosed(uri);
  }

  /** Knowledge or settings have changed. */
  lookAgain(): void {
    for (const uri of this.#open) this.changed(uri);
    if (this.#survey.started && this.#state !== 'stopped') this.#again.schedule('all');
  }

  /** Checks all files that are not open, and publishes what is found in them from now on. */
  async checkAll(token: CancellationToken): Promise<CheckAllResult> {
    this.#checking = true;
    const complete = await withProgress(
      this.#session.connection,
      t('Checking worksheets'),
      (progress) => this.#read(progress),
      token,
    );
    const inOpen = [...this.#open].map((uri) => shownIn(this.#session.service.diagnostics(uri)));
    const findings = [...this.#published.values(), ...inOpen].reduce((sum, count) => sum + count, 0);
    return { worksheets: this.#list.size, findings, stopped: !complete };
  }

  /** Takes back what was published for files that are not open, until they are checked again. */
  clearFindings(): void {
    this.#checking = false;
    for (const uri of this.#published.keys()) this.#publish(uri, []);
  }

  #answerList({ refresh = false }: ListParams): ListResult {
    if (this.#state === null || (refresh && this.#state !== 'reading')) {
      this.#state = 'reading';
      this.#session.guard.notification('Looking for worksheets', async () => {
        await this.#search(refresh);
        if (this.#survey.size <= MANY_FILES) await this.#read(unseen);
        else
          await withProgress(this.#session.connection, t('Looking for worksheets'), (progress) => this.#read(progress));
      })();
    }
    return this.#list.list();
  }

  /** @returns whether it came to its end */
  async #read(progress: SurveyProgress): Promise<boolean> {
    await this.#search(false);
    this.#state = 'reading';
    const reading = this.#survey.start(progress);
    for (const uri of this.#open) this.changed(uri);
    const complete = await reading;
    this.#state = complete ? 'complete' : 'stopped';
    this.#list.gather();
    return complete;
  }

  *#take(uri: string, text: string | null): Iterable<unknown> {
    const survey = text === null ? null : yield* this.#session.service.survey(uri, text, this.#checking);
    this.#list.set(uri, survey?.overview ?? null);
    if (this.#checking) this.#publish(uri, survey?.diagnostics ?? []);
  }

  #publish(uri: string, diagnostics: readonly Diagnostic[]): void {
    if (diagnostics.length === 0 && !this.#published.has(uri)) return;
    if (diagnostics.length === 0) this.#published.delete(uri);
    else this.#published.set(uri, shownIn(diagnostics));
    void this.#session.connection.sendDiagnostics({ uri, diagnostics: this.#session.encodeDiagnostics(diagnostics) });
  }
}

/** How many findings there are that lists of problems show: hints are not among them. */
const shownIn = (diagnostics: readonly Diagnostic[]): number =>
  diagnostics.filter(({ severity }) => severity !== DiagnosticSeverity.Hint).length;
