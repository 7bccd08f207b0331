// Charts (basic and pie): fields and types as Google's API describes them.
// The notation is explained in shape.ts.

export const CHART_SHAPES = `
BasicChartAxis format:TextFormat position:BASIC_CHART_AXIS_POSITION_UNSPECIFIED|BOTTOM_AXIS|LEFT_AXIS|RIGHT_AXIS
  title:s titleTextPosition:TextPosition viewWindowOptions:ChartAxisViewWindowOptions
BasicChartDomain domain:ChartData reversed:b
BasicChartSeries color:Color colorStyle:ColorStyle dataLabel:DataLabel lineStyle:LineStyle pointStyle:PointStyle
  series:ChartData styleOverrides:[BasicSeriesDataPointStyleOverride]
  targetAxis:BASIC_CHART_AXIS_POSITION_UNSPECIFIED|BOTTOM_AXIS|LEFT_AXIS|RIGHT_AXIS
  type:BASIC_CHART_TYPE_UNSPECIFIED|BAR|LINE|AREA|COLUMN|SCATTER|COMBO|STEPPED_AREA
BasicChartSpec axis:[BasicChartAxis]
  chartType:BASIC_CHART_TYPE_UNSPECIFIED|BAR|LINE|AREA|COLUMN|SCATTER|COMBO|STEPPED_AREA
  compareMode:BASIC_CHART_COMPARE_MODE_UNSPECIFIED|DATUM|CATEGORY domains:[BasicChartDomain] headerCount:i
  interpolateNulls:b legendPosition:BASIC_CHART_LEGEND_POSITION_UNSPECIFIED|BOTTOM_LEGEND|LEFT_LEGEND|RIGHT_LEGEND|
  TOP_LEGEND|NO_LEGEND lineSmoothing:b series:[BasicChartSeries]
  stackedType:BASIC_CHART_STACKED_TYPE_UNSPECIFIED|NOT_STACKED|STACKED|PERCENT_STACKED threeDimensional:b
  totalDataLabel:DataLabel
BasicSeriesDataPointStyleOverride color:Color colorStyle:ColorStyle index:i pointStyle:PointStyle
ChartAxisViewWindowOptions viewWindowMax:d viewWindowMin:d
  viewWindowMode:DEFAULT_VIEW_WINDOW_MODE|VIEW_WINDOW_MODE_UNSUPPORTED|EXPLICIT|PRETTY
ChartData aggregateType:- columnReference:- groupRule:- sourceRange:ChartSourceRange
ChartSourceRange sources:[GridRange]
ChartSpec altText:s backgroundColor:Color backgroundColorStyle:ColorStyle basicChart:BasicChartSpec bubbleChart:-
  candlestickChart:- dataSourceChartProperties:- filterSpecs:[FilterSpec] fontName:s
  hiddenDimensionStrategy:CHART_HIDDEN_DIMENSION_STRATEGY_UNSPECIFIED|SKIP_HIDDEN_ROWS_AND_COLUMNS|SKIP_HIDDEN_ROWS|
  SKIP_HIDDEN_COLUMNS|SHOW_ALL histogramChart:- maximized:b orgChart:- pieChart:PieChartSpec scorecardChart:-
  sortSpecs:[SortSpec] subtitle:s subtitleTextFormat:TextFormat subtitleTextPosition:TextPosition title:s
  titleTextFormat:TextFormat titleTextPosition:TextPosition treemapChart:- waterfallChart:-
DataLabel customLabelData:ChartData placement:DATA_LABEL_PLACEMENT_UNSPECIFIED|CENTER|LEFT|RIGHT|ABOVE|BELOW|
  INSIDE_END|INSIDE_BASE|OUTSIDE_END textFormat:TextFormat type:DATA_LABEL_TYPE_UNSPECIFIED|NONE|DATA|CUSTOM
EmbeddedChart border:EmbeddedObjectBorder chartId:i position:EmbeddedObjectPosition spec:ChartSpec
EmbeddedObjectBorder color:Color colorStyle:ColorStyle
EmbeddedObjectPosition newSheet:b overlayPosition:OverlayPosition sheetId:i?
LineStyle type:LINE_DASH_TYPE_UNSPECIFIED|INVISIBLE|CUSTOM|SOLID|DOTTED|MEDIUM_DASHED|MEDIUM_DASHED_DOTTED|
  LONG_DASHED|LONG_DASHED_DOTTED width:i
OverlayPosition anchorCell:GridCoordinate heightPixels:i offsetXPixels:i offsetYPixels:i widthPixels:i
PieChartSpec domain:ChartData legendPosition:PIE_CHART_LEGEND_POSITION_UNSPECIFIED|BOTTOM_LEGEND|LEFT_LEGEND|
  RIGHT_LEGEND|TOP_LEGEND|NO_LEGEND|LABELED_LEGEND pieHole:d series:ChartData threeDimensional:b
PointStyle shape:POINT_SHAPE_UNSPECIFIED|CIRCLE|DIAMOND|HEXAGON|PENTAGON|SQUARE|STAR|TRIANGLE|X_MARK size:d
TextPosition horizontalAlignment:HORIZONTAL_ALIGN_UNSPECIFIED|LEFT|CENTER|RIGHT
`;
