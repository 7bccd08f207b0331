// When the file was set up, as its script remembers it: what was due before is nobody's to do. A file of its own, because the sheet's script of the
// hardened way reads it too and must not load what serves the clock.

/** Script property: the moment of the set-up. */
export const SINCE = 'since';
