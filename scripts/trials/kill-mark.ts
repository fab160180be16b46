/** Announces, on the standard error stream of a command that was not killed, how many changes to the disk it made. */
export const countMark = 'changes to the disk: ';
