/// Diagnostics one to a line, as editors and `grep` want them: `path:line:column: …`.
package struct LineRenderer {
  private var locator: Locator
  private let language: Language

  package init(sources: [SourceFile], language: Language) {
    self.locator = Locator(sources)
    self.language = language
  }

  package mutating func render(_ diagnostic: Diagnostic) -> String {
    var line = ""
    if let place = diagnostic.place, let location = locator.location(of: place) {
      line += "\(location.path):\(location.line):\(location.column): "
    }
    line += Words.severity(diagnostic.severity).text(in: language)
    line += "[\(diagnostic.identifier.rawValue)]: \(diagnostic.message.text(in: language))"
    if let help = diagnostic.help { line += " (\(help.text(in: language)))" }
    return line.printable(keepsLines: false) + "\n"
  }
}
