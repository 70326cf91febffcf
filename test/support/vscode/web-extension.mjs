import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

const CONTENT_TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/**
 * Serves an extension on the loopback interface: the web worker extension host starts no worker, and so no language
 * server, from an extension that comes over the remote connection.
 *
 * @param {string} root The extension's folder.
 */
export async function serveExtension(root) {
  const server = createServer(async (request, response) => {
    const file = path.join(root, decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    const content = await readFile(file).catch(() => undefined);
    response.writeHead(content ? 200 : 404, {
      'access-control-allow-origin': '*',
      'content-type': CONTENT_TYPES[path.extname(file)] ?? 'application/octet-stream',
      'cross-origin-resource-policy': 'cross-origin',
    });
    response.end(content);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const authority = `localhost:${server.address().port}`;
  const uri = (file) => ({ $mid: 1, scheme: 'http', authority, path: `/${path.relative(root, file)}` });
  return {
    /** The extension's folder, as {@link uri} has it. */
    root: uri(root),
    /** A file below the root, in the form in which the workbench's configuration holds a URI. */
    uri,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * Runs in the page before the workbench: adds `options` to the development options of its configuration, which stands
 * in an attribute of the page. Rewriting the page on its way instead breaks the WebSocket to the server, since
 * Chromium then counts the page as a public one.
 *
 * @param {{ extensions: object[], extensionTestsPath?: object }} options
 */
export function addDevelopmentOptions(options) {
  const getAttribute = Element.prototype.getAttribute;
  Element.prototype.getAttribute = function (name) {
    const value = getAttribute.call(this, name);
    if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings') return value;
    const configuration = JSON.parse(value);
    return JSON.stringify({
      ...configuration,
      developmentOptions: { ...configuration.developmentOptions, ...options },
    });
  };
}
