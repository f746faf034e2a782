import Diagnostics
import Site

/// The pages of one state of the report by their addresses, for those that may be meant by one that none has.
struct NearPages: Sendable {
  private let pages: [String: InspectedPage]
  /// By the last parts of their addresses.
  private let byName: [String: [InspectedPage]]
  private let addresses: KnownNames
  private let names: KnownNames

  init(_ pages: [InspectedPage]) {
    let pages = pages.filter { !$0.address.isEmpty }
    self.pages = Dictionary(pages.map { ($0.address, $0) }) { first, _ in first }
    byName = Dictionary(grouping: pages) { NearPages.name(of: $0.address) }
    addresses = KnownNames(pages.map(\.address))
    names = KnownNames(byName.keys.sorted())
  }

  private static func name(of address: String) -> String {
    address.split(separator: "/").last.map(String.init) ?? ""
  }

  /// At most five pages with nearly the same address, or with the same last part or nearly so.
  func candidates(for address: String) -> [InspectedPage] {
    let wanted = address.hasSuffix("/") ? address : address + "/"
    let name = NearPages.name(of: wanted)
    let whole = NearMiss.candidates(for: wanted, among: addresses).compactMap { pages[$0] }
    let parts = [name] + NearMiss.candidates(for: name, among: names)
    var seen: Set<String> = []
    return (whole + parts.flatMap { byName[$0] ?? [] })
      .filter { seen.insert($0.address).inserted }.prefix(5).map(\.self)
  }
}
