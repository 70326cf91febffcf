import type { Node, Point } from './nodes.ts';

/** Moves a tree that nobody else holds yet. */
export function moveNode(node: Node, offset: number, line: number): void {
  // An email address that GFM finds in plain text has no position.
  if (node.position) {
    movePoint(node.position.start, offset, line);
    movePoint(node.position.end, offset, line);
  }
  if ('children' in node) for (const child of node.children as Node[]) moveNode(child, offset, line);
}

function movePoint(point: Point, offset: number, line: number): void {
  point.offset! += offset;
  point.line += line;
}

/** A copy of a tree, moved. */
export function movedNode<Type extends Node>(node: Type, offset: number, line: number): Type {
  const copy = { ...node };
  if (node.position) {
    copy.position = {
      start: movedPoint(node.position.start, offset, line),
      end: movedPoint(node.position.end, offset, line),
    };
  }
  if ('children' in copy) copy.children = (copy.children as Node[]).map((child) => movedNode(child, offset, line));
  return copy;
}

function movedPoint(point: Point, offset: number, line: number): Point {
  return { line: point.line + line, column: point.column, offset: point.offset! + offset };
}
