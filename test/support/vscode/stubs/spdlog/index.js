const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

/** In the order of spdlog's own numbers: `info` is 2. */
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

/** Appends each entry at once and never rotates: a test run is short. */
class Logger {
  #file;
  #level = LEVELS.indexOf('info');
  #bare = false;

  constructor(file) {
    this.#file = file;
  }

  #write(level, message) {
    if (level < this.#level) return;
    const entry = this.#bare ? message : `${new Date().toISOString()} [${LEVELS[level]}] ${message}\n`;
    try {
      appendFileSync(this.#file, entry);
    } catch {
      // The folder of the logs goes away with the run: an entry that comes later has no reader.
    }
  }

  static {
    LEVELS.forEach((name, level) => {
      Logger.prototype[name] = function (message) {
        this.#write(level, message);
      };
    });
  }

  getLevel() {
    return this.#level;
  }

  setLevel(level) {
    this.#level = level;
  }

  setPattern() {
    this.#bare = true;
  }

  clearFormatters() {
    this.#bare = true;
  }

  flush() {}

  drop() {}
}

async function createLogger(_name, file) {
  mkdirSync(dirname(file), { recursive: true });
  return new Logger(file);
}

exports.version = 1;
exports.Logger = Logger;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
