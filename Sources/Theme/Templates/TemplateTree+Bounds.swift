import Diagnostics

extension TemplateTree {
  // Each section is a call inside that of the one around it, and each component is written out where it
  // stands; so both are bounded. The largest template of the theme `comune` has 7 kB and 131 tags, five of
  // them inside one another.
  static let (mostBytes, mostTags, mostLevels) = (128 << 10, 1_000, 40)

  /// Of a name such as `a.b.c`, each of which is looked up inside the one before.
  static let mostParts = 16

  private static func hasTooManyParts(_ tag: Tag) -> Bool {
    // A comment is no name.
    tag.kind != .comment && tag.name.utf8.count { $0 == UInt8(ascii: ".") } >= mostParts
  }

  /// Tells of a template that is longer than any; true where it is.
  mutating func isTooLong() -> Bool {
    guard source.text.utf8.count > TemplateTree.mostBytes else { return false }
    report(
      .fileTooLarge, "il modello supera 128 KiB", "the template is over 128 KiB",
      Phrase(
        it: "dividilo in componenti, e metti il CSS e gli script in `assets/`",
        en: "split it into components, and put CSS and scripts into `assets/`"), 0..<0)
    return true
  }

  /// Tells of a template with more tags, or with more of them inside one another, than any; true where it is.
  mutating func isTooMuch(_ tags: [Tag]) -> Bool {
    if tags.count > TemplateTree.mostTags {
      report(
        .templateSyntax, "il modello ha più di \(TemplateTree.mostTags) tag",
        "the template has more than \(TemplateTree.mostTags) tags",
        Phrase(it: "dividilo in componenti", en: "split it into components"),
        tags[TemplateTree.mostTags].range)
      return true
    }
    if let tag = tags.first(where: TemplateTree.hasTooManyParts) {
      report(
        .templateSyntax, "un nome ha più di \(TemplateTree.mostParts) parti",
        "a name has more than \(TemplateTree.mostParts) parts",
        Phrase(
          it: "quali valori ci sono lo dice `bilancio manuale variabili`",
          en: "which values there are, `bilancio manual variabili` tells"), tag.nameRange)
      return true
    }
    var depth = 0
    for tag in tags {
      switch tag.kind {
      case .section, .inverted: depth += 1
      case .close: depth -= 1
      default: continue
      }
      guard depth > TemplateTree.mostLevels else { continue }
      report(
        .templateSyntax, "ci sono più di \(TemplateTree.mostLevels) sezioni una dentro l'altra",
        "there are more than \(TemplateTree.mostLevels) sections inside one another",
        Phrase(
          it: "chiudi con `{{/nome}}` quelle che sono finite",
          en: "close with `{{/name}}` those that have ended"), tag.range)
      return true
    }
    return false
  }
}
