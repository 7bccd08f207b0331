// One request of a batchUpdate, as Google's types call it.
export type Request = GoogleAppsScript.Sheets.Schema.Request;
