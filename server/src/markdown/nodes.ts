/**
 * The node types of the tree, for the rooms that read it: they import them from here, never from a Markdown library.
 * Where a node type is not named, see the mdast specification.
 */
export type {
  BlockContent,
  Blockquote,
  Break,
  Code,
  Definition,
  DefinitionContent,
  Delete,
  Emphasis,
  FootnoteDefinition,
  FootnoteReference,
  Heading,
  Html,
  Image,
  ImageReference,
  InlineCode,
  Link,
  LinkReference,
  List,
  ListItem,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  Root,
  RootContent,
  RowContent,
  Strong,
  Table,
  TableCell,
  TableRow,
  Text,
  ThematicBreak,
  Yaml,
} from 'mdast';

import type { Data, Node } from 'unist';

export type { Node, Point, Position } from 'unist';

/** A stretch of the document that is past a limit and was not parsed; `LimitExceeded` says why. */
export interface Unparsed extends Node {
  type: 'unparsed';
  data?: Data | undefined;
}

declare module 'mdast' {
  interface RootContentMap {
    unparsed: Unparsed;
  }
}
