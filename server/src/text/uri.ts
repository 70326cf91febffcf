/** A URI, or a part of one, as people read it: without percent-encoding (RFC 3986, section 2.1). Never throws: a `%` that encodes nothing stays. */
export function decodeUri(uri: string): string {
  // Octets are decoded run by run: together they make one character or several.
  return uri.replace(/(?:%[\da-f]{2})+/gi, (octets) => {
    try {
      return decodeURIComponent(octets);
    } catch {
      return octets;
    }
  });
}

/** What stands behind the last slash of a URI, as people read it. */
export function fileNameOf(uri: string): string {
  return decodeUri(uri.slice(uri.lastIndexOf('/') + 1));
}
