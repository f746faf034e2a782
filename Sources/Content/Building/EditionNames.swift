import Diagnostics
import Files
import SocialReport

/// Which name each edition has: its own, its year or, where two share a year, its folder's.
struct EditionNames {
  private struct Entry {
    var edition: Edition
    let folder: String
    let hasStatedID: Bool
  }

  private var entries: [Entry] = []

  mutating func add(_ edition: Edition, _ folder: String, hasStatedID: Bool) {
    entries.append(Entry(edition: edition, folder: folder, hasStatedID: hasStatedID))
  }

  /// The editions by their names, newest first.
  ///
  /// An edition that is alone in its year is called by it, wherever it stands, so that addresses stay.
  /// Of several the one whose folder is the year keeps it; the others are called as their folders,
  /// `2021b`, if these are of the year. A folder of another year is a copy that was not yet changed.
  var editions: [Edition] {
    var named = entries
    let unnamed = entries.indices.filter { !entries[$0].hasStatedID }
    for (year, group) in Dictionary(grouping: unnamed, by: { entries[$0].edition.year.value }) {
      let name = String(year)
      let isTaken = entries.contains { $0.hasStatedID && $0.edition.id.value == name }
      let keeper =
        isTaken ? nil : group.first { Path.name(of: entries[$0].folder) == name } ?? group.first
      for index in group where index != keeper {
        let own = Slug.make(Path.name(of: entries[index].folder))
        guard own.contains(name), own != name else { continue }
        named[index].edition.id = entries[index].edition.year.map { _ in own }
      }
    }
    return EditionNames.newestFirst(named.map(\.edition))
  }

  /// By their years; those of one year by the days of their publication where each of them has one, and else,
  /// or of one day, by their names.
  ///
  /// Days that only some had would order two of them one way and, by way of a third, the other.
  static func newestFirst(_ editions: [Edition]) -> [Edition] {
    let names = NaturalOrder(of: editions.map(\.id.value))
    let dated = Dictionary(grouping: editions, by: \.year.value)
      .mapValues { $0.allSatisfy { $0.publishedOn != nil } }
    return editions.sorted { one, other in
      if one.year.value != other.year.value { return one.year.value > other.year.value }
      if dated[one.year.value] == true,
        let first = one.publishedOn?.value, let second = other.publishedOn?.value, first != second
      {
        return first > second
      }
      return names.precedes(other.id.value, one.id.value)
    }
  }
}
