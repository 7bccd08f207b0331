// What the script's store holds of the set-up. A copy of a file takes its script along, but never that script's store.

/** Script property: the id of the file that was set up. */
export const SET_UP = 'setUp';
/** Script property: the account that set it up. */
export const INSTALLER = 'installer';
