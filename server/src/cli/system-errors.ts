/** What the codes of system errors mean to a person, as a clause. */
const MEANINGS: Readonly<Record<string, string>> = {
  EACCES: 'permission is missing',
  EPERM: 'permission is missing',
  EROFS: 'the disk takes no changes',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk has no more room for you',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  ENOENT: 'it is not there',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  EIO: 'the disk has a fault',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is no UTF-8 text',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
  ERR_STRING_TOO_LONG: 'it is too large',
};

/** Why something failed, as a clause for people ("the disk is full"); the message of an error that no system reports. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return MEANINGS[code ?? ''] ?? code ?? message;
}
