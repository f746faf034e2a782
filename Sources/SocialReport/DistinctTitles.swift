import Diagnostics

extension [Edition] {
  /// The same editions, each under a name that is no other's.
  ///
  /// Pages, links and the catalogue tell editions apart by their names: equal titles get the year, as
  /// `Bilancio Sociale 2024`, or the id where the year is the same. Titles that have a year already
  /// stay as they are; a rule tells them.
  var withNamesOfTheirOwn: [Edition] {
    let titles = Dictionary(grouping: self) { $0.title.value.lowercased() }
    return map { edition in
      let same = titles[edition.title.value.lowercased()] ?? []
      guard same.count > 1, edition.title.value.statedYears.isEmpty else { return edition }
      let isAloneInYear = same.count { $0.year.value == edition.year.value } == 1
      var named = edition
      named.name =
        isAloneInYear
        ? "\(edition.title.value) \(edition.year.value)"
        : "\(edition.title.value) (\(edition.id.value))"
      return named
    }
  }
}

extension String {
  /// The runs of exactly four digits, as a title states a year.
  package var statedYears: [Int] {
    utf8.split { !(0x30...0x39).contains($0) }.filter { $0.count == 4 }
      .compactMap { Int(String(Substring($0))) }
  }
}
