import Diagnostics

/// Everything a municipality reports: its site and the editions, newest first.
package struct Report: Sendable {
  package let site: SiteInfo
  package let editions: [Edition]
  package var gaps: MissingEntities
  /// The ids and years of editions that are in the content and were left out.
  package var leftOut: Set<String> = []
  /// The folders whose entries all open editions read, relative to the content.
  package var sharedFolders: [String] = []

  package init(site: SiteInfo, editions: [Edition], gaps: MissingEntities = MissingEntities()) {
    self.site = site
    self.editions = editions.withNamesOfTheirOwn.map { edition in
      var edition = edition
      edition.language = Language(rawValue: site.language) ?? .italian
      return edition
    }
    self.gaps = gaps
  }
}

extension Report {
  /// The edition that has a name: an id, or a year, of whose editions the newest is meant.
  package func edition(named name: String) -> Edition? {
    editions.first { $0.id.value == name } ?? editions.first { String($0.year.value) == name }
  }

  /// The edition that readers of another saw before it; nil where it is not in the content.
  ///
  /// Where it is not stated (`edizione_precedente`) it is the newest of an earlier year and of the
  /// same type; an update goes back to what it updates, whichever that is.
  package func previous(of edition: Edition) -> Edition? {
    if let stated = edition.previous {
      return self.edition(named: stated.value).flatMap {
        $0.id.value == edition.id.value ? nil : $0
      }
    }
    return inferredPrevious(of: edition)
  }

  /// The same by what is in the content, whatever is stated.
  package func inferredPrevious(of edition: Edition) -> Edition? {
    let type = edition.reportType?.value ?? .annual
    guard type != .update else {
      let own = editions.firstIndex { $0.id.value == edition.id.value }
      return own.flatMap { editions.dropFirst($0 + 1).first }
    }
    return editions.first {
      $0.year.value < edition.year.value && ($0.reportType?.value ?? .annual) == type
    }
  }
}

/// What mistakes elsewhere kept out of the report, so that no second mistake is told for what the
/// first explains.
package struct MissingEntities: Sendable {
  /// The ids of entities that lack a required field.
  package var ids: Set<String> = []
  /// What is left out because it is a draft.
  package var drafts = LeftOutDrafts()
  /// Whether a whole file could not be read.
  package var hasUnreadableFile = false
  /// Whether anything in the content was not as it should be, so that not all of it was understood.
  package var hasMistake = false
  /// Whether there are editions that were not asked for.
  package var leavesOutEditions = false

  package init() {}

  /// Whether all that there is was looked at, so that what nobody was seen to use is used by nobody.
  package var isEmpty: Bool {
    ids.isEmpty && !drafts.hasParts && !hasUnreadableFile && !hasMistake && !leavesOutEditions
  }

  /// Whether something of this name may only be missing because of another mistake.
  package func explain(_ name: some StringProtocol) -> Bool {
    hasUnreadableFile || ids.contains(String(name.split(separator: "/").last ?? ""))
  }
}
