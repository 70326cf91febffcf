import ignore, { type Ignore } from 'ignore';

/** Folders that never hold worksheets, whatever `.gitignore` files say. */
const NEVER_SEARCHED = ['.git', 'node_modules'];

/**
 * What the `.gitignore` files of a folder tree exclude. Paths are relative to the tree's root, with `/` between their
 * parts; a folder's path ends in `/`, and the root itself is the empty string.
 */
export class IgnoreRules {
  readonly #rules: { readonly folder: string; readonly rules: Ignore }[] = [];

  /**
   * Adds one `.gitignore` file.
   *
   * @param folder the folder it stands in
   */
  add(folder: string, gitignore: string): void {
    this.#rules.push({ folder, rules: ignore().add(gitignore) });
    // A file further down has the last word, so it is asked last.
    this.#rules.sort((a, b) => a.folder.length - b.folder.length);
  }

  /** Whether a file or folder is excluded, or any folder above it. */
  ignores(path: string): boolean {
    for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
      if (this.#ignoresItself(path.slice(0, slash + 1))) return true;
    }
    return !path.endsWith('/') && this.#ignoresItself(path);
  }

  #ignoresItself(path: string): boolean {
    const name = path.replace(/\/$/, '').split('/').at(-1)!;
    if (path.endsWith('/') && NEVER_SEARCHED.includes(name)) return true;
    let ignored = false;
    for (const { folder, rules } of this.#rules) {
      if (!path.startsWith(folder) || path === folder) continue;
      const verdict = rules.test(path.slice(folder.length));
      if (verdict.ignored) ignored = true;
      else if (verdict.unignored) ignored = false;
    }
    return ignored;
  }
}
