/// Diagnostics as workflow commands, which GitHub shows beside the changed lines.
///
/// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
package struct GitHubRenderer {
  private var locator: Locator
  private let language: Language

  package init(sources: [SourceFile], language: Language) {
    self.locator = Locator(sources)
    self.language = language
  }

  package mutating func render(_ diagnostic: Diagnostic) -> String {
    var properties: [String] = []
    if let place = diagnostic.place, let location = locator.location(of: place) {
      properties = [
        "file=\(property(location.path))", "line=\(location.line)", "col=\(location.column)",
        "endLine=\(location.endLine)", "endColumn=\(location.endColumn)",
      ]
    }
    properties.append("title=\(property(diagnostic.identifier.rawValue))")
    var message = diagnostic.message.text(in: language)
    if let help = diagnostic.help { message += "\n" + help.text(in: language) }
    let command =
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .hint: "notice"
      }
    return "::\(command) \(properties.joined(separator: ","))::\(data(message.printable()))\n"
  }

  private func data(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private func property(_ text: String) -> String {
    var result = ""
    for scalar in data(text).unicodeScalars {
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
