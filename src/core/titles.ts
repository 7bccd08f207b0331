// What the program is called where people meet it: as the sender of mails, as the title of its file, in its dialogs.

export const PROGRAM = 'Theo dõi Đề án 06';

/** «Theo dõi Đề án 06 – xã Vân Sơn». */
export const senderName = (commune: string): string => `${PROGRAM} – ${commune}`;

/** «Theo dõi Đề án 06 – xã Vân Sơn – 2024». */
export const fileTitle = ({ commune, year }: { readonly commune: string; readonly year: number }): string =>
  `${senderName(commune)} – ${year}`;
