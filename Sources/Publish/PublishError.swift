package import Diagnostics
package import Files
import Output

/// Why a site could not be published; readers still see the old site, or a complete new one.
package struct PublishError: ExplainedError, Sendable {
  package let message: Phrase
  package let help: Phrase?

  package init(_ message: Phrase, help: Phrase? = nil) {
    (self.message, self.help) = (message, help)
  }

  package init(_ error: FileError) {
    if error.operation == .lock {
      self.init(
        Phrase(
          it: "un'altra pubblicazione è in corso in `\(error.path)`",
          en: "another publication is going on in `\(error.path)`"),
        help: Phrase(it: "aspetta che finisca", en: "wait for it to end"))
    } else {
      self.init(error.message, help: error.help)
    }
  }

  /// A list of a site's files at a place that says nothing of what is whose.
  static func brokenList(_ flaw: Manifest.Flaw, at place: String) -> PublishError {
    let error = FileError(.read, Manifest.name, flaw.cause)
    return PublishError(
      Phrase(
        it: "in \(place) non si capisce che cosa è mio: \(error.message.italian)",
        en: "what is ours at \(place) is not to be made out: \(error.message.english)"),
      help: Phrase(
        it: "non tocco niente: rimettilo com'era o toglilo, oppure pubblica in un'altra cartella",
        en: "all is left alone: put it back or take it away, or publish to another folder"))
  }

  /// Files of others that stand where files of the site go.
  static func inTheWay(_ paths: [String], at place: String) -> PublishError {
    let first = paths.prefix(10).map { "`\($0.printable(keepsLines: false))`" }
      .joined(separator: ", ")
    let more = paths.count > 10 ? " …" : ""
    return PublishError(
      Phrase(
        it: "in \(place) ci sono file non miei dove vanno quelli del sito: \(first)\(more)",
        en: "\(place) has files that are not ours where files of the site go: \(first)\(more)"),
      help: Phrase(
        it: "non li tocco: spostali, oppure pubblica in una cartella solo del bilancio",
        en: "they are left alone: move them, or publish to a folder of the report's own"))
  }

  /// Runs a step on files of this machine.
  static func wrapping<Value>(
    _ body: () throws(FileError) -> Value
  ) throws(PublishError) -> Value {
    do { return try body() } catch { throw PublishError(error) }
  }
}
