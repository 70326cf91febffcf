import {
  BLANK_WORKSHEET,
  type BlankWorksheetParams,
  type BlankWorksheetResult,
  CHECK_ANSWER,
  type CheckAnswerParams,
  type CheckAnswerResult,
  LOOK_UP,
  type LookUpParams,
  type LookUpResult,
  NEXT_UNANSWERED,
  type NextUnansweredParams,
  type NextUnansweredResult,
  OUTLINE,
  type OutlineParams,
  type OutlineResult,
  PREVIEW,
  type PreviewParams,
  type PreviewResult,
} from './protocol.ts';
import type { Session } from './session.ts';

/** Answers what a client may ask beyond LSP about open documents, and about the knowledge in force. */
export function answerOwnRequests({ connection, service, guard }: Session): void {
  connection.onRequest(
    PREVIEW,
    guard.request<PreviewParams, PreviewResult>('Preview', null, ({ textDocument }) =>
      service.previewMarks(textDocument.uri),
    ),
  );
  connection.onRequest(
    LOOK_UP,
    guard.request<LookUpParams, LookUpResult>('Looking up a term', [], ({ term }) => service.lookUp(term)),
  );
  connection.onRequest(
    CHECK_ANSWER,
    guard.request<CheckAnswerParams, CheckAnswerResult>(
      'Checking an answer',
      null,
      ({ textDocument, line, answer = null }) => service.checkAnswer(textDocument.uri, line, answer),
    ),
  );
  connection.onRequest(
    OUTLINE,
    guard.request<OutlineParams, OutlineResult>('Outline', null, ({ textDocument }) =>
      service.outline(textDocument.uri),
    ),
  );
  connection.onRequest(
    BLANK_WORKSHEET,
    guard.request<BlankWorksheetParams, BlankWorksheetResult>(
      'New worksheet from a key',
      null,
      ({ textDocument, text }) => service.blankWorksheet(textDocument.uri, text),
    ),
  );
  connection.onRequest(
    NEXT_UNANSWERED,
    guard.request<NextUnansweredParams, NextUnansweredResult>(
      'Next unanswered question',
      null,
      ({ textDocument, position, direction }) => service.nextUnanswered(textDocument.uri, position, direction),
    ),
  );
}
