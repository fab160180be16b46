/** Ends its process when what is at work there takes too long: nothing in the thread that works would notice. */
import { workerData } from 'node:worker_threads';
import { noteLate, processorTime, type WatchedWork } from './time-limit.ts';

/** In milliseconds. */
const interval = 250;

const clock = new Float64Array((workerData as WatchedWork).clock);

setInterval(() => {
  const [limit = 0, note = 0] = clock;
  if (limit === 0 || processorTime() <= limit) return;
  noteLate(note);
  process.kill(process.pid, 'SIGKILL');
}, interval);
