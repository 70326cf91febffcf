const { randomUUID } = require('node:crypto');

/** A new id at every call: nothing is stored, nothing identifies the machine. */
exports.getDeviceId = async () => randomUUID();
