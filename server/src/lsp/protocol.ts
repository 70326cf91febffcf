/** What server and client say to each other beyond the Language Server Protocol. */
export { ANSWER, HINT, OPEN_KEY } from '../features/commands.ts';
export type { OverviewQuestion } from '../features/overview.ts';
export type { PreviewMarks } from '../features/preview.ts';
export type { QuestionPlace } from '../features/question-places.ts';
export { BUILT_IN_SCHEME } from '../knowledge/built-in-scheme.ts';
export { isAnswered } from '../worksheet/status.ts';

import type { Position, Range, TextDocumentIdentifier } from 'vscode-languageserver-types';
import type { CheckedAnswer } from '../features/check-answer.ts';
import type { LookedUpTerm } from '../features/look-up.ts';
import type { Outline } from '../features/outline.ts';
import type { OverviewQuestion } from '../features/overview.ts';
import type { PreviewMarks } from '../features/preview.ts';

/** Notification to the client: how far a document is answered. Only sent to a client with {@link ClientExtras.status}. */
export const STATUS = 'worksheets/status';

/** What {@link STATUS} says. */
export interface StatusParams {
  readonly uri: string;
  readonly answered: number;
  /** Number of questions; `null` where the document is no worksheet, or was closed. */
  readonly total: number | null;
}

/**
 * Notification to the server: the cursor has gone to another line. Without it, the cursor is taken to be where the last change
 * was.
 */
export const CURSOR = 'worksheets/cursor';

/** What {@link CURSOR} says. */
export interface CursorParams {
  readonly textDocument: TextDocumentIdentifier;
  /** null where the document is not the one being edited any more. */
  readonly position: Position | null;
}

/** Request to the server: where to write the next answer; `null` where nothing is left to answer. */
export const NEXT_UNANSWERED = 'worksheets/nextUnanswered';

/** Where {@link NEXT_UNANSWERED} starts to look. */
export interface NextUnansweredParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Position;
  /** `next` where it is left out. */
  readonly direction?: 'next' | 'previous';
}

/** The place in that document. */
export type NextUnansweredResult = Range | null;

/**
 * Request to the server: the worksheets of the workspace, and those that are open besides. From the first one on, files are
 * followed, and {@link LIST_CHANGED} tells what becomes of them. It is answered with what is known by then.
 */
export const LIST = 'worksheets/list';

/** How {@link LIST} is meant. */
export interface ListParams {
  /** Whether all files are to be read again. */
  readonly refresh?: boolean;
}

/** What {@link LIST} is answered with, in no particular order. */
export interface ListResult {
  readonly worksheets: readonly StatusParams[];
  /** `reading`: files are being looked for or read for the first time; `stopped`: somebody has stopped that. */
  readonly state: 'reading' | 'complete' | 'stopped';
  /** How many files have not been read yet, as far as that is known. */
  readonly unread: number;
}

/**
 * Notification to the client: what has changed since {@link LIST} was answered, or since the last of these. A worksheet that is
 * none any more, or is gone, comes with a `total` of `null`.
 */
export const LIST_CHANGED = 'worksheets/listChanged';

/** Request to the server: the questions of a worksheet of the list. */
export const QUESTIONS = 'worksheets/questions';

/** The worksheet that {@link QUESTIONS} is about. */
export interface QuestionsParams {
  readonly uri: string;
}

/** In the order of the document; empty for one that is not in the list. */
export type QuestionsResult = readonly OverviewQuestion[];

/**
 * Command of the server: checks the worksheets, glossaries and keys of the workspace that are not open, publishes their findings,
 * and keeps these up to date from then on. Takes nothing, and gives a {@link CheckAllResult}.
 */
export const CHECK_ALL = 'worksheets.checkWorkspace';

/** Command of the server: takes back the findings that {@link CHECK_ALL} has published, and publishes none until it comes again. */
export const CLEAR_FINDINGS = 'worksheets.clearWorkspace';

/** What there is, open documents included. */
export interface CheckAllResult {
  readonly worksheets: number;
  /** Hints are not counted: lists of problems leave them out. */
  readonly findings: number;
  /** Whether somebody has stopped it before its end. */
  readonly stopped: boolean;
}

/** Request to the server: the worksheet of an answer key, without its answers; `null` for any other document. */
export const BLANK_WORKSHEET = 'worksheets/blankWorksheet';

/** The key that {@link BLANK_WORKSHEET} is about. */
export interface BlankWorksheetParams {
  readonly textDocument: TextDocumentIdentifier;
  /** Its text where the server has not opened it, as it never opens what is built in. */
  readonly text?: string;
}

/** Markdown. */
export type BlankWorksheetResult = string | null;

/** Request to the server: what a rendered document shows besides its text. */
export const PREVIEW = 'worksheets/preview';

/** The document that {@link PREVIEW} is about. */
export interface PreviewParams {
  readonly textDocument: TextDocumentIdentifier;
}

/** `null` where it is not open. */
export type PreviewResult = PreviewMarks | null;

/** Request to the server: what a term means. */
export const LOOK_UP = 'worksheets/lookUp';

/** What {@link LOOK_UP} looks up. */
export interface LookUpParams {
  readonly term: string;
}

/** In each glossary that has it, best first; empty where none has. */
export type LookUpResult = readonly LookedUpTerm[];

/** Request to the server: what there is to say about an answer of an open worksheet, or about one that somebody might write. */
export const CHECK_ANSWER = 'worksheets/checkAnswer';

/** Which answer {@link CHECK_ANSWER} is about. */
export interface CheckAnswerParams {
  readonly textDocument: TextDocumentIdentifier;
  /** A 0-based line of the question or its answer. */
  readonly line: number;
  /** Markdown that is tried in place of the answer; the answer that is there where it is left out. */
  readonly answer?: string;
}

/** `null` where no question stands there. */
export type CheckAnswerResult = CheckedAnswer | null;

/** Request to the server: what an open document asks; `null` where it is not open. */
export const OUTLINE = 'worksheets/outline';

/** The document that {@link OUTLINE} is about. */
export interface OutlineParams {
  readonly textDocument: TextDocumentIdentifier;
}

export type OutlineResult = Outline | null;

/** Command of a client with {@link ClientExtras.addToGlossary}: takes {@link AddToGlossaryArguments}. */
export const ADD_TO_GLOSSARY = 'worksheets.addToGlossary';

/** The term, and the URIs of the glossaries that it could be added to; with none, a new one is begun. */
export type AddToGlossaryArguments = readonly [term: string, glossaries: readonly string[]];

/** Request to a client with {@link ClientExtras.files}: the Markdown and `.gitignore` files below a folder. */
export const FIND_FILES = 'worksheets/findFiles';

/** Where {@link FIND_FILES} looks. */
export interface FindFilesParams {
  /** URI of a folder, or of a file, which stands for itself. */
  readonly uri: string;
}

/** URIs. */
export type FindFilesResult = readonly string[];

/** Request to a client with {@link ClientExtras.files}: the text of a file. */
export const READ_FILE = 'worksheets/readFile';

/** What {@link READ_FILE} reads. */
export interface ReadFileParams {
  readonly uri: string;
  /** No more than this many bytes from the start are needed. */
  readonly limit?: number;
}

/** `null` where the file cannot be read. */
export type ReadFileResult = string | null;

/** What a client can do beyond the protocol, under `experimental.worksheets` in its capabilities. */
export interface ClientExtras {
  /** Shows {@link STATUS}. */
  readonly status?: boolean;
  /** Answers {@link FIND_FILES} and {@link READ_FILE}. */
  readonly files?: boolean;
  /** Opens the built-in glossaries and keys by their own URIs (`worksheets-built-in:/osi.glossary.md`). */
  readonly builtIn?: boolean;
  /** Has the command {@link ADD_TO_GLOSSARY}. */
  readonly addToGlossary?: boolean;
  /** Shows worksheets and their questions by {@link LIST}; it is not sent the questions as document symbols. */
  readonly list?: boolean;
}

/** What a client may send along with its first request, as `initializationOptions`. Settings may stand beside it. */
export interface ClientOptions {
  /** URI of the folder with the rules' pages, with a final slash. */
  readonly ruleDocs?: string;
  /** The texts people read in their language, by the English ones; those that are left out stay English. */
  readonly texts?: Readonly<Record<string, string>>;
  /** The text of `built-in-knowledge.jsonl`, for a server that cannot read the file. */
  readonly builtInKnowledge?: string;
}
