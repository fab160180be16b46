/** Errors of the file system, with what to do about them. */
const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full. Make room and run the command again',
  // Node reports a full disk so while it copies folders.
  EIO: 'The disk could not be written to; it may be full. Make room and run the command again',
  EDQUOT: 'The quota of the disk is used up. Make room and run the command again',
  EFBIG: 'A file may not become as large as it has to. Raise the limit (`ulimit -f`) and run the command again',
  EROFS: 'The file system may not be written to. Name another place',
  EACCES: 'You may not write or read this. Have the permission changed, or name another place',
  EPERM: 'You may not write or read this. Have the permission changed, or name another place',
  // Windows does not rename or remove open files.
  EBUSY: 'Another program has this open. Close what serves, shows or watches it, and run the command again',
  ENOTEMPTY: 'Another program has put files there in the meantime. Run the command again',
  EMFILE: 'Too many files are open at once. Raise the limit (`ulimit -n`) and run the command again',
  ENFILE: 'Too many files are open at once. End other programs and run the command again',
};

/** On Windows these codes also mean that another program has the file open. */
const windows: Readonly<Record<string, string>> = {
  EPERM:
    'You may not write this, or another program has it open. Close what serves, shows or watches it, or name another place',
  EACCES:
    'You may not write this, or another program has it open. Close what serves, shows or watches it, or name another place',
};

/** Folders of the project that hold the caches of commands and of Astro. */
const workFolders = /[\\/]\.(?:languedocs|astro)(?:[\\/]|$)/;

const isOfWork =
  '; commands need the folders `.languedocs` and `.astro` in the project to work in, wherever the site goes (`--out`). ' +
  'Make both, and give them to the user who runs the command';

/** The path that an error is about. If a file cannot leave a work folder, the cause is its destination. */
function placeOf(error: Error): string | undefined {
  const path = 'path' in error && typeof error.path === 'string' ? error.path : undefined;
  const target = 'dest' in error && typeof error.dest === 'string' ? error.dest : undefined;
  const isOnItsWay = path !== undefined && target !== undefined && workFolders.test(path) && !workFolders.test(target);
  return isOnItsWay ? target : path;
}

/** The text for an error of the file system, without a final period; undefined for any other error. */
export function fileErrorText(error: unknown, platform = process.platform): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  const reason = (platform === 'win32' ? windows[error.code] : undefined) ?? reasons[error.code];
  if (reason === undefined) return undefined;
  const path = placeOf(error);
  if (path === undefined) return reason;
  const isRefused = /^E(?:ACCES|PERM|ROFS)$/.test(error.code);
  if (isRefused && workFolders.test(path)) return `${path} cannot be written to${isOfWork}`;
  return `${reason} (${path})`;
}
