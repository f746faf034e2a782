package import Diagnostics
package import SocialReport

/// Entries that all editions read and on which no page of any rests.
package enum UnusedSharedEntries {
  package static func diagnostics(
    _ indexes: [EditionIndex], _ gaps: MissingEntities
  ) -> [Diagnostic] {
    guard UnusedEntries.isWhole(gaps), gaps.drafts.isEmpty, !gaps.leavesOutEditions else {
      return []
    }
    // What closed reads a copy of its own.
    let open = indexes.filter { !$0.edition.isClosed && !$0.edition.sharedFiles.isEmpty }
    var (found, used): ([SourceRange: Diagnostic], Set<SourceRange>) = ([:], [])
    for index in open {
      let edition = index.edition
      func look(_ id: Sourced<String>, _ isUsed: Bool, _ noun: Phrase) {
        guard edition.sharedFiles.contains(id.place.file) else { return }
        if isUsed { used.insert(id.place) }
        if found[id.place] == nil { found[id.place] = diagnostic(id, noun) }
      }
      for indicator in edition.indicators {
        look(indicator.id, index.uses.ofIndicators[indicator.id.value] != nil, indicatorNoun)
      }
      for source in edition.sources {
        look(source.id, index.uses.ofSources[source.id.value] != nil, sourceNoun)
      }
      let offices = offices(of: index)
      for office in edition.offices {
        look(office.id, offices.contains(office.id.value), officeNoun)
      }
    }
    return found.filter { !used.contains($0.key) }.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Those that answer for something, that number an act, and those above them.
  private static func offices(of index: EditionIndex) -> Set<String> {
    var used = Set(index.uses.ofOffices.keys)
    used.formUnion(index.edition.acts.compactMap { $0.office?.value })
    for start in used {
      var next = index.offices[start]?.parent?.value
      while let parent = next, used.insert(parent).inserted {
        next = index.offices[parent]?.parent?.value
      }
    }
    return used
  }

  private static let indicatorNoun = Phrase(it: "l'indicatore", en: "the indicator")
  private static let sourceNoun = Phrase(it: "la fonte", en: "the source")
  private static let officeNoun = Phrase(it: "l'ufficio", en: "the office")

  private static func diagnostic(_ id: Sourced<String>, _ noun: Phrase) -> Diagnostic {
    Diagnostic(
      .neverUsed,
      Phrase(
        it: "nessuna edizione usa \(noun.italian) `\(id.value)`, che è in comune",
        en: "no edition uses \(noun.english) `\(id.value)`, which they share"),
      help: Phrase(
        it: "se serve a un'edizione sola, spostalo nella sua cartella; se non serve più, si toglie",
        en:
          "where one edition alone needs it, move it into its folder; where none does, it is removed"
      ), at: id.place, severity: .hint)
  }
}
