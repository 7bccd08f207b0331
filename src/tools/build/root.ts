// Where the project is on this machine. A file's address is turned into a path here and nowhere else: its `pathname` would keep «%20»
// for a space and «/C:/» for a drive of Windows, and be found nowhere.
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
