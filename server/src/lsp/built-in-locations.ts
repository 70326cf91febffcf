import type { Location } from 'vscode-languageserver';
import { BUILT_IN_SCHEME } from '../knowledge/built-in.ts';
import type { ClientFeatures } from './capabilities.ts';
import type { Runtime } from './runtime.ts';

const prefix = `${BUILT_IN_SCHEME}:/`;

/**
 * Makes locations such as the client can open: one that doesn't know built-in documents gets the files they were made from, and
 * where there are none, nothing.
 */
export function locations(client: ClientFeatures, runtime: Runtime): (found: readonly Location[]) => Location[] {
  if (client.extras.builtIn) return (found) => [...found];
  return (found) =>
    found.flatMap((location) => {
      if (!location.uri.startsWith(prefix)) return [location];
      return runtime.knowledgeFolder
        ? [{ ...location, uri: runtime.knowledgeFolder + location.uri.slice(prefix.length) }]
        : [];
    });
}
