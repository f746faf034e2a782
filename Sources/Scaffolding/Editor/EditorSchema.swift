package import Diagnostics
package import SocialReport

/// What editors know of the files: JSON Schema of draft 07, which the YAML language server reads.
///
/// It completes, explains and refuses what is surely wrong. What only the program can see, an id that
/// nothing has or a date that no calendar has, is left to it.
package struct EditorSchema {
  let language: Language

  package init(_ language: Language) { self.language = language }

  /// The first words of a schema's file, by which the program knows its own again.
  package static let sign = #"{"$comment":"bilancio schema""#

  /// The schema of all kinds of files: which of them one is, it says itself.
  package var content: [UInt8] {
    file { json in
      json.member("title", say("I file di un bilancio sociale", "The files of a social report"))
      json.member("type", "object")
      json.member("properties") { json in
        json.object { json in kindFields(EntityKind.allCases, &json) }
      }
      json.member("anyOf") { json in kindIsThere(&json) }
      json.member("allOf") { json in
        json.array { json in
          for kind in EntityKind.allCases {
            for (key, word) in kind.statements {
              json.lineBreak()
              json.object { json in condition(key, word, kind, &json) }
            }
          }
        }
      }
      definitions(EntityKind.allCases, &json)
    }
  }

  /// The schema of one kind of file.
  package func file(of kind: EntityKind) -> [UInt8] {
    file { json in
      json.member("title", kind.statement.text(in: language))
      json.member("allOf") { json in
        json.array { json in
          json.object { $0.member("$ref", "#/definitions/\(kind.italian)") }
        }
      }
      definitions([kind], &json)
    }
  }

  private func file(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("$comment", "bilancio schema")
      json.member("$schema", "http://json-schema.org/draft-07/schema#")
      body(&json)
    }
    return json.bytes + [0x0A]
  }

  func say(_ italian: String, _ english: String) -> String {
    Phrase(it: italian, en: english).text(in: language)
  }

  private func condition(
    _ key: String, _ word: String, _ kind: EntityKind, _ json: inout JSONWriter
  ) {
    json.member("if") { json in
      json.object { json in
        json.member("properties") { json in
          json.object { json in
            json.member(key) { json in json.object { $0.member("const", word) } }
          }
        }
        json.texts("required", [key])
      }
    }
    json.member("then") { json in
      json.object { $0.member("$ref", "#/definitions/\(kind.italian)") }
    }
  }

  private func definitions(_ kinds: [EntityKind], _ json: inout JSONWriter) {
    var pending: [(name: String, table: FieldTable)] = []
    json.member("definitions") { json in
      json.object { json in
        for kind in kinds {
          json.lineBreak()
          json.member(kind.italian) { json in
            json.object { json in entity(kind, &pending, &json) }
          }
        }
        // Records within records come after those that hold them.
        while let next = pending.first {
          pending.removeFirst()
          json.lineBreak()
          json.member(next.name) { json in
            json.object { json in
              record(next.table, next.name, extra: { _ in }, &pending, &json)
            }
          }
        }
      }
    }
  }

  /// A kind of file: its own fields, or a list of entries that have them.
  private func entity(
    _ kind: EntityKind, _ pending: inout [(name: String, table: FieldTable)],
    _ json: inout JSONWriter
  ) {
    let extra = { (json: inout JSONWriter) in kindFields([kind], &json) }
    guard kind.isList else {
      record(kind.table, kind.italian, extra: extra, &pending, &json)
      return
    }
    let entry = "\(kind.italian).voci"
    pending.append((entry, kind.table))
    json.member("type", "object")
    json.member("properties") { json in
      json.object { json in
        extra(&json)
        for name in names(EntityKind.entries) {
          json.member(name.text) { json in
            json.object { json in
              json.member("description", say("Le voci.", "The entries."))
              if name.isOther { json.member("doNotSuggest", true) }
              json.texts("type", ["array", "null"])
              json.member("items") { json in
                json.object { $0.member("$ref", "#/definitions/\(entry)") }
              }
            }
          }
        }
      }
    }
    json.member("anyOf") { json in
      json.array { json in
        for name in names(EntityKind.entries) { json.object { $0.texts("required", [name.text]) } }
      }
    }
    json.member("additionalProperties", false)
  }

  private func kindFields(_ kinds: [EntityKind], _ json: inout JSONWriter) {
    for name in names(EntityKind.key) {
      json.member(name.text) { json in
        json.object { json in
          json.member(
            "description", say("Di che cosa parla questo file.", "What this file is about."))
          if name.isOther { json.member("doNotSuggest", true) }
          json.texts("enum", words(kinds.map(\.word)))
        }
      }
    }
  }

  private func kindIsThere(_ json: inout JSONWriter) {
    json.array { json in
      for name in names(EntityKind.key) { json.object { $0.texts("required", [name.text]) } }
    }
  }

  /// Both names of a key, the reader's own first.
  func names(_ key: Phrase) -> [(text: String, isOther: Bool)] {
    let own = key.text(in: language)
    let other = key.italian == own ? key.english : key.italian
    return own == other ? [(own, false)] : [(own, false), (other, true)]
  }

  /// Words in both languages, the reader's own first.
  func words(_ words: [Phrase]) -> [String] {
    var seen: Set<String> = []
    let other = words.flatMap { [$0.italian, $0.english] }
    return (words.map { $0.text(in: language) } + other).filter { seen.insert($0).inserted }
  }
}

extension EntityKind {
  /// The keys and words by which a file may say that it is of this kind.
  fileprivate var statements: [(key: String, word: String)] {
    [EntityKind.key.italian, EntityKind.key.english].flatMap { key in
      Set([italian, rawValue]).sorted().map { (key, $0) }
    }
  }
}

extension JSONWriter {
  mutating func texts(_ name: String, _ values: [String]) {
    member(name) { json in json.array { json in for value in values { json.string(value) } } }
  }
}
