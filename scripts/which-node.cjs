// Which Node runs the project's commands. Any Node reads this file, so its syntax is older than all of them.
'use strict';

/**
 * Whether a Node runs the commands: TypeScript as it stands, without a flag.
 *
 * @param {string} version as in `process.versions.node`
 * @returns {boolean}
 */
exports.runsCommands = function (version) {
  const numbers = numbersOf(version);
  if (numbers.major === 22) return numbers.minor >= 18;
  if (numbers.major === 23) return numbers.minor >= 6;
  return numbers.major >= 24;
};

/**
 * Whether npm installs everything under a Node: it silently leaves out optional packages whose `engines` exclude the Node that it runs
 * on, and packages with native code (`@astrojs/compiler-binding-*` has the narrowest range) are optional.
 *
 * @param {string} version as in `process.versions.node`
 * @returns {boolean}
 */
exports.installsAll = function (version) {
  const numbers = numbersOf(version);
  if (numbers.major === 20) return numbers.minor >= 19;
  if (numbers.major === 22) return numbers.minor >= 12;
  return numbers.major >= 23;
};

/**
 * What a command does: runs in the Node that it was started with, in the one that npm has installed with the project, or not at all.
 *
 * @param {{ version: string, program: string }} started the Node that runs now
 * @param {{ program?: string, missing?: string }} installed the Node of the project, or why there is none
 * @returns {{ program?: string, refusal?: string }} the program to run; `refusal` is a sentence for the user where there is none
 */
exports.whichNode = function (started, installed) {
  if (exports.runsCommands(started.version)) return { program: started.program };
  if (!exports.installsAll(started.version)) return { refusal: exports.refusal(started.version) };
  // The installed one has been started and is still too old: starting it once more changes nothing.
  if (installed.program === undefined || installed.program === started.program)
    return { refusal: exports.refusal(started.version, installed.missing) };
  return { program: installed.program };
};

/**
 * @param {string} version of the Node that runs now
 * @param {string} [reason] why the Node of the project does not help
 * @returns {string}
 */
exports.refusal = function (version, reason) {
  return (
    'Languedocs needs Node 22.18 or newer, and this is Node ' +
    version +
    (reason === undefined ? '' : ' (' + reason + ')') +
    ': install Node 24 from https://nodejs.org/, run `npm ci` with it, and then run the command again.'
  );
};

function numbersOf(version) {
  const parts = version.split('.').map(Number);
  return { major: parts[0], minor: parts[1] };
}
