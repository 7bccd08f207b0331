// Required before clasp starts: of the 300 APIs that googleapis loads, only those clasp asks. Half of the time a clasp takes to start; what
// runs is the same, and an API that is missing would fail.
const Module = require('node:module');

const LISTS = /[\\/]googleapis[\\/]build[\\/]src[\\/](?:apis[\\/])?index\.js$/u;
const LOADED = ['apis', 'googleapis', 'discovery', 'drive', 'logging', 'oauth2', 'script', 'serviceusage'];
const load = Module._load;

Module._load = function (request, parent, ...more) {
  const named = LISTS.test(parent?.filename ?? '') && /^\.\/(?:apis\/)?([a-z0-9]+)/iu.exec(request)?.[1];
  return named && !LOADED.includes(named) ? {} : load.call(this, request, parent, ...more);
};
