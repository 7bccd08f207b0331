// Where the page is built, where `.gitignore` looks away.

export const PAGE_OUT = 'out/page';
export const PAGE_CACHE = 'out/page-cache';
