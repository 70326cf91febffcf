const PARENT_GONE = 87;

/** Ends this process within two seconds of the end of the process `parent`. */
exports.start = (parent) => {
  const watch = () => {
    try {
      process.kill(parent, 0);
    } catch {
      process.exit(PARENT_GONE);
    }
  };
  setInterval(watch, 2000).unref();
};

exports.exit = (code = 0) => process.exit(code);
