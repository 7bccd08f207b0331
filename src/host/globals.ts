// The global objects a script finds: Google's services, the advanced ones its manifest switches on, and, so that a script
// that needs them fails with their name, those the host does not have.
import type { Run } from './run.ts';
import { ServiceObject } from './service.ts';
import { driveService } from './services/drive.ts';
import { lockService } from './services/lock.ts';
import { mailApp } from './services/mail.ts';
import { MIME_TYPES } from './services/mime-types.ts';
import { propertiesService } from './services/properties.ts';
import { scriptApp } from './services/script-app.ts';
import { session } from './services/session.ts';
import { sheetsService } from './services/sheets-api.ts';
import { spreadsheetApp } from './services/spreadsheet-app.ts';
import { utilities } from './services/utilities.ts';

const LACKING = [
  'AdminDirectory',
  'Browser',
  'CacheService',
  'CalendarApp',
  'CardService',
  'Charts',
  'ContactsApp',
  'ContentService',
  'DocumentApp',
  'DriveApp',
  'FormApp',
  'GmailApp',
  'GroupsApp',
  'HtmlService',
  'Jdbc',
  'LanguageApp',
  'LinearOptimizationService',
  'Maps',
  'SitesApp',
  'SlidesApp',
  'UrlFetchApp',
  'XmlService',
] as const;

const ADVANCED: Readonly<Record<string, (run: Run) => ServiceObject>> = {
  'sheets v4': sheetsService,
  'drive v3': driveService,
};

/** The services by the names the script finds them under. */
export function globalsOf(run: Run): Readonly<Record<string, ServiceObject>> {
  const { manifest } = run.machine.store.script(run.scriptId);
  const advanced = (manifest.dependencies?.enabledAdvancedServices ?? []).map(({ userSymbol, serviceId, version }) => {
    const make = ADVANCED[`${serviceId} ${version}`];
    return [userSymbol, make ? make(run) : new ServiceObject({ service: userSymbol })] as const;
  });
  return {
    ...Object.fromEntries(LACKING.map((service) => [service, new ServiceObject({ service })])),
    SpreadsheetApp: spreadsheetApp(run),
    ScriptApp: scriptApp(run),
    PropertiesService: propertiesService(run),
    LockService: lockService(run),
    MailApp: mailApp(run),
    Session: session(run),
    Utilities: utilities(run),
    MimeType: new ServiceObject({ service: 'MimeType', properties: MIME_TYPES }),
    ...Object.fromEntries(advanced),
  };
}
