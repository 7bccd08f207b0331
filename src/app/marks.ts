// What the script's store holds of the set-up. A copy of a file takes its script along, but never that script's store. A file of its own,
// because the sheet's script of the hardened way reads it too and must not load what serves the clock.

/** Script property: the id of the file that was set up. */
export const SET_UP = 'setUp';
/** Script property: the account that set it up. */
export const INSTALLER = 'installer';
/** Script property: the moment of the set-up; what was due before is nobody's to do. */
export const SINCE = 'since';
