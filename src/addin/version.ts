// The version of the program: in the menu, in mails and documents, and what an upgrade is known by. Equal to that of package.json.

export const VERSION = '0.2.0';
