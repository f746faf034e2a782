import Diagnostics
import Site
import SocialReport

/// What an edition is, and what its year came to, as a picture to show where somebody leads to it; in typst's language.
struct PictureSource {
  static let template = "picture.typ"
  /// Dots an inch, at which 600 by 315 points (1/72 inch) are 1,200 by 630.
  static let resolution = 144

  let code: String

  init(_ document: DocumentText) {
    let edition = document.edition
    let figures = document.figures.map {
      "(\(TypstCode.literal($0.count)), \(TypstCode.literal($0.label))),"
    }
    let about = TypstCode.record([
      "title": TypstCode.literal(edition.name),
      "subtitle": TypstCode.literal(edition.subtitle?.value ?? ""),
      "entity": TypstCode.literal(document.entity),
      "language": TypstCode.literal(edition.language.rawValue),
      "colour": "rgb(\(TypstCode.literal(document.colour)))",
      "figures": "(\(figures.joined(separator: " ")))",
    ])
    code = """
      #import \(TypstCode.literal(PictureSource.template)): *
      #report(\(about))

      """
  }
}
