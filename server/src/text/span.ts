/** A half-open range `[start, end)` of UTF-16 code units in a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether `offset` is inside `span`; its end counts as inside, as a cursor standing there does. */
export function containsOffset(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** Whether the spans share at least one code unit; spans that merely touch, and empty ones, do not. */
export function intersects(a: Span, b: Span): boolean {
  return Math.max(a.start, b.start) < Math.min(a.end, b.end);
}

/** The span moved by `delta` code units. */
export function shift(span: Span, delta: number): Span {
  return { start: span.start + delta, end: span.end + delta };
}
