/// Everything a municipality reports: its site and the editions, newest first.
package struct Report: Sendable {
  package let site: SiteInfo
  package let editions: [Edition]
  package let gaps: Gaps

  package init(site: SiteInfo, editions: [Edition], gaps: Gaps = Gaps()) {
    self.site = site
    self.editions = editions
    self.gaps = gaps
  }
}

/// What mistakes elsewhere kept out of the report, so that no second mistake is told for what the
/// first explains.
package struct Gaps: Sendable {
  /// The ids of entities that lack a required field.
  package var ids: Set<String> = []
  /// The ids of achievements that are left out as drafts.
  package var drafts: Set<String> = []
  /// Whether a whole file could not be read.
  package var hasUnreadableFile = false

  package init() {}

  /// Whether something of this name may only be missing because of another mistake.
  package func explain(_ name: some StringProtocol) -> Bool {
    hasUnreadableFile || ids.contains(String(name.split(separator: "/").last ?? ""))
  }
}
