import Diagnostics
import SocialReport

/// The amounts that prose may state: `risorsa:arredi`, `risorsa:scuole/nuova-mensa.arredi`.
package struct NamedResources: Sendable {
  struct Entry: Sendable {
    package let resource: Resource
    /// The achievement by its page: `scuole/nuova-mensa`.
    package let owner: String
    package let address: String

    package var name: String { owner + "." + (resource.id?.value ?? "") }
  }

  /// Those with an id, by it.
  private var entries: [String: [Entry]] = [:]
  private let names: KnownNames
  private var isEmpty = true

  init(_ edition: Edition) {
    var names: [String] = []
    for objective in edition.objectives {
      for achievement in objective.achievements where !achievement.resources.isEmpty {
        isEmpty = false
        let owner = objective.id.value + "/" + achievement.id.value
        let address = Addresses.achievement(achievement, of: objective, edition)
        for resource in achievement.resources {
          guard let id = resource.id?.value else { continue }
          let entry = Entry(
            resource: resource, owner: owner,
            address: address + "#" + Addresses.anchor(ofResource: id))
          names += [id, entry.name]
          entries[id, default: []].append(entry)
        }
      }
    }
    self.names = KnownNames(names)
  }

  /// So many are named where one must be chosen.
  private static let mostListed = 40

  func find(_ owner: String?, _ id: String) -> Result<Entry, UnknownFact> {
    let wanted = (entries[id] ?? []).filter { entry in
      owner.map { isOwner($0, of: entry) } != false
    }
    if wanted.count == 1 { return .success(wanted[0]) }
    let full = owner.map { $0 + "." + id } ?? id
    guard wanted.isEmpty else {
      let names = wanted.prefix(NamedResources.mostListed).map { "`risorsa:\($0.name)`" }
        .joined(separator: ", ")
      return .failure(
        UnknownFact(
          name: id,
          message: Phrase(
            it: "più realizzazioni hanno una risorsa `\(id)`",
            en: "more than one achievement has a resource `\(id)`"),
          help: Phrase(it: "scrivi quale: \(names)", en: "write which: \(names)")))
    }
    return .failure(
      UnknownFact(
        name: id,
        message: Phrase(
          it: "`\(full)` non è una risorsa di questa edizione",
          en: "`\(full)` is no resource of this edition"),
        help: NearMiss.help(for: full, among: names) ?? help(id)))
  }

  /// An achievement is named with its objective, or by itself.
  private func isOwner(_ name: String, of entry: Entry) -> Bool {
    entry.owner == name || entry.owner.hasSuffix("/" + name)
  }

  private func help(_ id: String) -> Phrase {
    isEmpty
      ? Phrase(
        it: "nessuna realizzazione ha `risorse`", en: "no achievement has `resources`")
      : Phrase(
        it:
          "il nome di una risorsa sta nel suo campo `id`: scrivi `id: \(id)` nella voce di `risorse`",
        en:
          "the name of a resource is in its field `id`: write `id: \(id)` in the entry of `resources`"
      )
  }
}
