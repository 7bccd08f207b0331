// Cells, their values, formats and validation, and the ranges they are in: fields and types as Google's API describes
// them.
// The notation is explained in shape.ts.

export const CELL_SHAPES = `
BooleanCondition type:CONDITION_TYPE_UNSPECIFIED|NUMBER_GREATER|NUMBER_GREATER_THAN_EQ|NUMBER_LESS|
  NUMBER_LESS_THAN_EQ|NUMBER_EQ|NUMBER_NOT_EQ|NUMBER_BETWEEN|NUMBER_NOT_BETWEEN|TEXT_CONTAINS|TEXT_NOT_CONTAINS|
  TEXT_STARTS_WITH|TEXT_ENDS_WITH|TEXT_EQ|TEXT_IS_EMAIL|TEXT_IS_URL|DATE_EQ|DATE_BEFORE|DATE_AFTER|
  DATE_ON_OR_BEFORE|DATE_ON_OR_AFTER|DATE_BETWEEN|DATE_NOT_BETWEEN|DATE_IS_VALID|ONE_OF_RANGE|ONE_OF_LIST|
  BLANK|NOT_BLANK|CUSTOM_FORMULA|BOOLEAN|TEXT_NOT_EQ|DATE_NOT_EQ|FILTER_EXPRESSION values:[ConditionValue]
Border color:Color colorStyle:ColorStyle
  style:STYLE_UNSPECIFIED|DOTTED|DASHED|SOLID|SOLID_MEDIUM|SOLID_THICK|NONE|DOUBLE width:i
Borders bottom:Border left:Border right:Border top:Border
CellData chipRuns:[ChipRun] dataSourceFormula:- dataSourceTable:- dataValidation:DataValidationRule
  effectiveFormat:CellFormat! effectiveValue:ExtendedValue! formattedValue:s! hyperlink:s! note:s pivotTable:-
  textFormatRuns:[TextFormatRun] userEnteredFormat:CellFormat userEnteredValue:ExtendedValue
CellFormat backgroundColor:Color backgroundColorStyle:ColorStyle borders:Borders
  horizontalAlignment:HORIZONTAL_ALIGN_UNSPECIFIED|LEFT|CENTER|RIGHT
  hyperlinkDisplayType:HYPERLINK_DISPLAY_TYPE_UNSPECIFIED|LINKED|PLAIN_TEXT numberFormat:NumberFormat padding:Padding
  textDirection:TEXT_DIRECTION_UNSPECIFIED|LEFT_TO_RIGHT|RIGHT_TO_LEFT textFormat:TextFormat textRotation:TextRotation
  verticalAlignment:VERTICAL_ALIGN_UNSPECIFIED|TOP|MIDDLE|BOTTOM
  wrapStrategy:WRAP_STRATEGY_UNSPECIFIED|OVERFLOW_CELL|LEGACY_WRAP|CLIP|WRAP
Chip personProperties:PersonProperties richLinkProperties:RichLinkProperties
ChipRun chip:Chip startIndex:i
Color alpha:d blue:d green:d red:d
ColorStyle rgbColor:Color themeColor:THEME_COLOR_TYPE_UNSPECIFIED|TEXT|BACKGROUND|ACCENT1|ACCENT2|ACCENT3|
  ACCENT4|ACCENT5|ACCENT6|LINK
ConditionValue relativeDate:RELATIVE_DATE_UNSPECIFIED|PAST_YEAR|PAST_MONTH|PAST_WEEK|YESTERDAY|TODAY|TOMORROW
  userEnteredValue:s?
DataValidationRule condition:BooleanCondition inputMessage:s showCustomUi:b strict:b
DimensionProperties dataSourceColumnReference:- developerMetadata:[DeveloperMetadata] hiddenByFilter:b! hiddenByUser:b
  pixelSize:i
DimensionRange dimension:DIMENSION_UNSPECIFIED|ROWS|COLUMNS endIndex:i? sheetId:i startIndex:i?
ErrorValue message:s type:ERROR_TYPE_UNSPECIFIED|ERROR|NULL_VALUE|DIVIDE_BY_ZERO|VALUE|REF|NAME|NUM|N_A|LOADING
ExtendedValue boolValue:b? errorValue:ErrorValue!? formulaValue:s? numberValue:d? stringValue:s?
GridCoordinate columnIndex:i rowIndex:i sheetId:i
GridData columnMetadata:[DimensionProperties] rowData:[RowData] rowMetadata:[DimensionProperties] startColumn:i
  startRow:i
GridRange endColumnIndex:i? endRowIndex:i? sheetId:i startColumnIndex:i? startRowIndex:i?
Link uri:s
NumberFormat pattern:s type:NUMBER_FORMAT_TYPE_UNSPECIFIED|TEXT|NUMBER|PERCENT|CURRENCY|DATE|TIME|DATE_TIME|SCIENTIFIC
Padding bottom:i? left:i? right:i? top:i?
PersonProperties displayFormat:DISPLAY_FORMAT_UNSPECIFIED|DEFAULT|LAST_NAME_COMMA_FIRST_NAME|EMAIL email:s
RichLinkProperties mimeType:s! uri:s
RowData values:[CellData]
TextFormat bold:b? fontFamily:s fontSize:i foregroundColor:Color foregroundColorStyle:ColorStyle italic:b? link:Link
  strikethrough:b? underline:b?
TextFormatRun format:TextFormat startIndex:i
TextRotation angle:i vertical:b
`;
