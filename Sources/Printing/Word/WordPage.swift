/// The sheet that a document is set on; lengths in twentieths of a point, as the format has them.
struct WordPage {
  let width: Int
  let height: Int
  private let isTurned: Bool

  static let upright = WordPage(width: 11_906, height: 16_838, isTurned: false)
  /// For tables that are far too wide.
  static let turned = WordPage(width: 16_838, height: 11_906, isTurned: true)

  private static let side = 1247
  /// How wide a line is.
  var room: Int { width - 2 * WordPage.side }

  /// What a section of the document says of its sheets.
  ///
  /// - Parameter isFirst: its first page has no number, being the title's.
  func properties(isFirst: Bool) -> String {
    "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"testata\"/>"
      + "<w:footerReference w:type=\"default\" r:id=\"piede\"/>"
      + "<w:pgSz w:w=\"\(width)\" w:h=\"\(height)\"\(isTurned ? " w:orient=\"landscape\"" : "")/>"
      + "<w:pgMar w:top=\"1304\" w:right=\"\(WordPage.side)\" w:bottom=\"1191\" w:left=\"\(WordPage.side)\" "
      + "w:header=\"624\" w:footer=\"567\" w:gutter=\"0\"/>"
      + (isFirst ? "<w:titlePg/>" : "") + "</w:sectPr>"
  }

  /// English Metric Units, in which drawings are measured.
  static func units(ofTwips twips: Int) -> Int { twips * 635 }
}
