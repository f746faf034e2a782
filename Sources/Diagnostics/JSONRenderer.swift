/// All diagnostics of a run as one JSON document, for other programs (`docs/diagnostica.md`).
package struct JSONRenderer {
  /// Raised when a member is removed or changes its meaning; new members do not raise it.
  package static let version = 1

  private var locator: Locator

  package init(sources: [SourceFile]) { self.locator = Locator(sources) }

  /// One line of JSON with `version`, `errors`, `warnings`, `hints` and `diagnostics`.
  package mutating func render(_ diagnostics: [Diagnostic]) -> String {
    var writer = JSONWriter()
    writer.object { json in
      json.member("version", JSONRenderer.version)
      json.member("errors", diagnostics.errors)
      json.member("warnings", diagnostics.warnings)
      json.member("hints", diagnostics.hints)
      json.member("diagnostics") { json in
        json.array { json in
          for diagnostic in diagnostics { write(diagnostic, to: &json) }
        }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  private mutating func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", diagnostic.identifier.rawValue)
      json.member("severity", Words.severity(diagnostic.severity).english)
      write(diagnostic.message, as: "message", to: &json)
      if let help = diagnostic.help { write(help, as: "help", to: &json) }
      write(diagnostic.place, to: &json)
      if let correction = diagnostic.correction {
        json.member("correction") { json in
          json.object { json in
            json.member("old", correction.old)
            json.member("new", correction.new)
            guard !correction.others.isEmpty else { return }
            json.member("others") { json in
              json.array { json in
                for place in correction.others { json.object { json in write(place, to: &json) } }
              }
            }
          }
        }
      }
      json.member("notes") { json in
        json.array { json in
          for note in diagnostic.notes {
            json.object { json in
              write(note.message, as: "message", to: &json)
              write(note.place, to: &json)
            }
          }
        }
      }
    }
  }

  private func write(_ phrase: Phrase, as name: String, to json: inout JSONWriter) {
    json.member(name) { json in
      json.object { json in
        for language in Language.allCases {
          json.member(language.rawValue, phrase.text(in: language))
        }
      }
    }
  }

  private mutating func write(_ place: SourceRange?, to json: inout JSONWriter) {
    guard let place, let location = locator.location(of: place) else { return }
    json.member("file", location.path)
    json.member("line", location.line)
    json.member("column", location.column)
    json.member("endLine", location.endLine)
    json.member("endColumn", location.endColumn)
    json.member("offset", place.bytes.lowerBound)
    json.member("length", place.bytes.count)
  }
}
