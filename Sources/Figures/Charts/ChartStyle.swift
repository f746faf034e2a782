/// How a part of a chart looks: a class for the theme, and attributes for pages without its style.
struct ChartStyle: Sendable {
  let name: String
  /// As markup, each with a blank before it.
  let attributes: String

  private static func stroke(
    _ name: String, _ colour: String, width: String, dashes: String? = nil
  ) -> ChartStyle {
    ChartStyle(
      name: name,
      attributes: " fill=\"none\" stroke=\"\(colour)\" stroke-width=\"\(width)\""
        + (dashes.map { " stroke-dasharray=\"\($0)\"" } ?? ""))
  }

  private static func shape(_ name: String, fill: String) -> ChartStyle {
    ChartStyle(
      name: name, attributes: " fill=\"\(fill)\" stroke=\"\(series)\" stroke-width=\"2\"")
  }

  /// The first colour of the palette of charts.
  private static let series = "#12436d"

  static let grid = stroke("griglia", "#d5dbe1", width: "1")
  static let axis = stroke("asse", "#455b71", width: "1")
  static let methodBreak = stroke("rottura", "#3d3d3d", width: "1.5", dashes: "5 4")
  static let goal = stroke("traguardo", "#801650", width: "2", dashes: "2 3")
  static let goalGround = stroke("fondo", "#fff", width: "4")
  static let line = stroke("linea", series, width: "2.5")
  /// Of a line that goes up and down within the width of the usual one.
  static let thinLine = stroke("linea", series, width: "1")
  static let mark = shape("segno-pieno", fill: series)
  static let openMark = shape("segno-vuoto", fill: "#fff")
  static let bar = shape("barra-piena", fill: series)
  static let openBar = shape("barra-vuota", fill: "#fff")
  static let missing = stroke("assenza", "#3d3d3d", width: "1.5")
}
