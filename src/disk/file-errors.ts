/** Errors of the file system in words that say what to do. */
const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full. Make room and run the command again',
  // What Node says of a full disk while it copies folders.
  EIO: 'The disk could not be written to; it may be full. Make room and run the command again',
  EDQUOT: 'The quota of the disk is used up. Make room and run the command again',
  EFBIG: 'A file may not become as large as it has to. Raise the limit (`ulimit -f`) and run the command again',
  EROFS: 'The file system may not be written to. Name another place',
  EACCES: 'You may not write or read this. Have the permission changed, or name another place',
  EPERM: 'You may not write or read this. Have the permission changed, or name another place',
  // Windows keeps what is open from being renamed or removed.
  EBUSY: 'Another program has this open. Close what serves, shows or watches it, and run the command again',
  ENOTEMPTY: 'Another program has put files there meanwhile. Run the command again',
  EMFILE: 'Too many files are open at once. Raise the limit (`ulimit -n`) and run the command again',
  ENFILE: 'Too many files are open at once. End other programs and run the command again',
};

/** Windows says so of what another program has open, and of what may not be written to. */
const windows: Readonly<Record<string, string>> = {
  EPERM:
    'You may not write this, or another program has it open. Close what serves, shows or watches it, or name another place',
  EACCES:
    'You may not write this, or another program has it open. Close what serves, shows or watches it, or name another place',
};

/** Folders of the project in which commands and Astro keep what they work with. */
const workFolders = /[\\/]\.(?:languedocs|astro)(?:[\\/]|$)/;

const isOfWork =
  '; commands need the folders `.languedocs` and `.astro` in the project to work in, wherever the site goes (`--out`). ' +
  'Make both, and give them to the user who runs the command';

/** The place that an error is about. What comes from a work folder was made there, so that the place where it was to go has refused it. */
function placeOf(error: Error): string | undefined {
  const path = 'path' in error && typeof error.path === 'string' ? error.path : undefined;
  const target = 'dest' in error && typeof error.dest === 'string' ? error.dest : undefined;
  const isOnItsWay = path !== undefined && target !== undefined && workFolders.test(path) && !workFolders.test(target);
  return isOnItsWay ? target : path;
}

/** What to say of an error of the file system, without a full stop; undefined for any other error. */
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
