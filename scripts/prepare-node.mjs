// Loaded before each command. Node 22.18 is the first that runs TypeScript as it stands.
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Languedocs needs Node 22.18 or newer, and this is ${process.versions.node}: install a newer Node and run the command again.\n`,
  );
  process.exit(1);
}

// Node keeps what it has compiled, for threads too, so that a command starts in half the time when it is run again.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../.languedocs/compiled', import.meta.url));
module.enableCompileCache(process.env.NODE_COMPILE_CACHE);
