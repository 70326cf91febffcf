import type { Connection, Diagnostic, InitializeParams, Location } from 'vscode-languageserver';
import type { WorksheetService } from '../service.ts';
import { Background, type Clock } from '../workspace/clock.ts';
import type { FileAccess } from '../workspace/file-access.ts';
import { locations } from './built-in-locations.ts';
import { type ClientFeatures, clientFeatures } from './capabilities.ts';
import { clientFiles } from './client-files.ts';
import { encodeDiagnostics } from './encode.ts';
import { Guard } from './guard.ts';
import type { Runtime } from './runtime.ts';

/** How long the client has to be silent, in milliseconds, before files that are not open are read: longer than between two keystrokes. */
const REST = 300;

/** What one client is served with. */
export interface Session {
  readonly connection: Connection;
  /** What the client can do. */
  readonly client: ClientFeatures;
  readonly service: WorksheetService;
  readonly guard: Guard;
  readonly clock: Clock;
  /** Calls back when the client has been silent for a while. */
  readonly background: Clock;
  readonly files: FileAccess;
  /** Locations in the form the client can open. */
  encodeLocations(found: readonly Location[]): Location[];
  /** Diagnostics in the form the client can show. */
  encodeDiagnostics(found: readonly Diagnostic[]): Diagnostic[];
}

/** Puts together what a client is served with, by what it can do. */
export function createSession(
  connection: Connection,
  runtime: Runtime,
  service: WorksheetService,
  { capabilities }: InitializeParams,
): Session {
  const client = clientFeatures(capabilities);
  const background = new Background(runtime.clock, REST);
  const encodeLocations = locations(client, runtime);
  return {
    connection,
    client,
    service,
    guard: new Guard(connection.console, () => background.busy()),
    clock: runtime.clock,
    background,
    files: runtime.files(client.extras.files ? clientFiles(connection) : null),
    encodeLocations,
    encodeDiagnostics: (found) => encodeDiagnostics(found, client, encodeLocations),
  };
}
