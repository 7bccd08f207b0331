// The spreadsheet, its tabs and what lies on them: fields and types as Google's API describes them.
// The notation is explained in shape.ts.

export const BOOK_SHAPES = `
BandedRange bandedRangeId:i bandedRangeReference:s! columnProperties:BandingProperties range:GridRange
  rowProperties:BandingProperties
BandingProperties firstBandColor:Color firstBandColorStyle:ColorStyle footerColor:Color footerColorStyle:ColorStyle
  headerColor:Color headerColorStyle:ColorStyle secondBandColor:Color secondBandColorStyle:ColorStyle
BasicFilter criteria:{FilterCriteria} filterSpecs:[FilterSpec] range:GridRange sortSpecs:[SortSpec] tableId:-
BooleanRule condition:BooleanCondition format:CellFormat
ConditionalFormatRule booleanRule:BooleanRule gradientRule:GradientRule ranges:[GridRange]
DataFilter a1Range:s developerMetadataLookup:DeveloperMetadataLookup gridRange:GridRange
DeveloperMetadata location:DeveloperMetadataLocation metadataId:i metadataKey:s metadataValue:s
  visibility:DEVELOPER_METADATA_VISIBILITY_UNSPECIFIED|DOCUMENT|PROJECT
DeveloperMetadataLocation dimensionRange:DimensionRange
  locationType:DEVELOPER_METADATA_LOCATION_TYPE_UNSPECIFIED|ROW|COLUMN|SHEET|SPREADSHEET! sheetId:i? spreadsheet:b
DeveloperMetadataLookup locationMatchingStrategy:DEVELOPER_METADATA_LOCATION_MATCHING_STRATEGY_UNSPECIFIED|
  EXACT_LOCATION|INTERSECTING_LOCATION
  locationType:DEVELOPER_METADATA_LOCATION_TYPE_UNSPECIFIED|ROW|COLUMN|SHEET|SPREADSHEET metadataId:i metadataKey:s
  metadataLocation:DeveloperMetadataLocation metadataValue:s
  visibility:DEVELOPER_METADATA_VISIBILITY_UNSPECIFIED|DOCUMENT|PROJECT
DimensionGroup collapsed:b depth:i range:DimensionRange
Editors domainUsersCanEdit:b groups:[s] users:[s]
FilterCriteria condition:BooleanCondition hiddenValues:[s] visibleBackgroundColor:Color
  visibleBackgroundColorStyle:ColorStyle visibleForegroundColor:Color visibleForegroundColorStyle:ColorStyle
FilterSpec columnIndex:i? dataSourceColumnReference:- filterCriteria:FilterCriteria
FilterView criteria:{FilterCriteria} filterSpecs:[FilterSpec] filterViewId:i namedRangeId:s range:GridRange
  sortSpecs:[SortSpec] tableId:- title:s
GradientRule maxpoint:InterpolationPoint midpoint:InterpolationPoint minpoint:InterpolationPoint
GridProperties columnCount:i columnGroupControlAfter:b frozenColumnCount:i frozenRowCount:i hideGridlines:b rowCount:i
  rowGroupControlAfter:b
InterpolationPoint color:Color colorStyle:ColorStyle
  type:INTERPOLATION_POINT_TYPE_UNSPECIFIED|MIN|MAX|NUMBER|PERCENT|PERCENTILE value:s
IterativeCalculationSettings convergenceThreshold:d maxIterations:i
NamedRange name:s namedRangeId:s range:GridRange
ProtectedRange description:s editors:Editors namedRangeId:s protectedRangeId:i range:GridRange
  requestingUserCanEdit:b!? tableId:- unprotectedRanges:[GridRange] warningOnly:b
Sheet bandedRanges:[BandedRange] basicFilter:BasicFilter charts:[EmbeddedChart] columnGroups:[DimensionGroup] commentAnchors:-
  conditionalFormats:[ConditionalFormatRule] data:[GridData] developerMetadata:[DeveloperMetadata]
  filterViews:[FilterView] merges:[GridRange] properties:SheetProperties protectedRanges:[ProtectedRange] rowGroups:[DimensionGroup]
  slicers:- tables:-
SheetProperties dataSourceSheetProperties:- gridProperties:GridProperties hidden:b index:i? rightToLeft:b sheetId:i?
  sheetType:SHEET_TYPE_UNSPECIFIED|GRID|OBJECT|DATA_SOURCE tabColor:Color tabColorStyle:ColorStyle title:s
SortSpec backgroundColor:Color backgroundColorStyle:ColorStyle dataSourceColumnReference:- dimensionIndex:i
  foregroundColor:Color foregroundColorStyle:ColorStyle sortOrder:SORT_ORDER_UNSPECIFIED|ASCENDING|DESCENDING
Spreadsheet comments:- commentsViewMode:- dataSourceSchedules:- dataSources:- developerMetadata:[DeveloperMetadata]
  namedRanges:[NamedRange] properties:SpreadsheetProperties sheets:[Sheet] spreadsheetId:s! spreadsheetUrl:s!
SpreadsheetProperties autoRecalc:RECALCULATION_INTERVAL_UNSPECIFIED|ON_CHANGE|MINUTE|HOUR defaultFormat:CellFormat!
  importFunctionsExternalUrlAccessAllowed:b iterativeCalculationSettings:IterativeCalculationSettings locale:s
  spreadsheetTheme:SpreadsheetTheme timeZone:s title:s
SpreadsheetTheme primaryFontFamily:s themeColors:[ThemeColorPair]
ThemeColorPair color:ColorStyle colorType:THEME_COLOR_TYPE_UNSPECIFIED|TEXT|BACKGROUND|ACCENT1|ACCENT2|ACCENT3|
  ACCENT4|ACCENT5|ACCENT6|LINK
`;
