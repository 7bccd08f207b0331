// What a person may not change on a tab, so that the page can say so before anything is typed. The host decides all the same.
import type { Spreadsheet } from '../../host/contract.ts';
import type { Host } from '../../host/host.ts';
import { clippedRect, isEmpty, subtractAll, wholeRect } from '../../host/sheets/rect.ts';
import { isSheetProtection, protectionRange, sameAddress } from '../../host/sheets/rights.ts';
import type { GridRect } from '../protocol.ts';

type Sheet = NonNullable<Spreadsheet['sheets']>[number];

/** @param sheet with its protections, as that person sees them */
export function lockedFor(host: Host, user: string, fileId: string, book: Spreadsheet, sheet: Sheet): GridRect[] {
  if (!editsFile(host, user, fileId)) return [wholeRect(sheet)];
  const kept = (sheet.protectedRanges ?? []).filter(({ requestingUserCanEdit }) => requestingUserCanEdit === false);
  return kept
    .flatMap((protection) => {
      const range = protectionRange(book, protection);
      if (!isSheetProtection(protection)) return range ? [clippedRect(range, sheet)] : [];
      const open = (protection.unprotectedRanges ?? []).map((hole) => clippedRect(hole, sheet));
      return subtractAll(wholeRect(sheet), open);
    })
    .filter((rect) => !isEmpty(rect));
}

function editsFile(host: Host, user: string, fileId: string): boolean {
  const file = host.peek().files[fileId];
  if (!file || sameAddress(file.owner, user)) return true;
  return file.permissions.some(
    ({ address, role }) => role === 'editor' && (address === 'anyone' || sameAddress(address, user)),
  );
}
