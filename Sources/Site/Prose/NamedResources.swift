import Diagnostics
import SocialReport

/// The amounts that prose may state: `risorsa:arredi`, `risorsa:scuole/nuova-mensa.arredi`.
struct NamedResources {
  struct Entry {
    let resource: Resource
    /// The achievement by its page: `scuole/nuova-mensa`.
    let owner: String
    let address: String

    var name: String { owner + "." + (resource.id?.value ?? "") }
  }

  private let index: EditionIndex

  init(_ index: EditionIndex) { self.index = index }

  func find(_ owner: String?, _ id: String) -> Result<Entry, UnknownFact> {
    let all = entries
    let known = all.filter { $0.resource.id != nil }
    let wanted = known.filter { entry in
      entry.resource.id?.value == id && owner.map { isOwner($0, of: entry) } != false
    }
    if wanted.count == 1 { return .success(wanted[0]) }
    let full = owner.map { $0 + "." + id } ?? id
    guard wanted.isEmpty else {
      let names = wanted.map { "`risorsa:\($0.name)`" }.joined(separator: ", ")
      return .failure(
        UnknownFact(
          name: id,
          message: Phrase(
            it: "più realizzazioni hanno una risorsa `\(id)`",
            en: "more than one achievement has a resource `\(id)`"),
          help: Phrase(it: "scrivi quale: \(names)", en: "write which: \(names)")))
    }
    let names = known.flatMap { [$0.resource.id?.value ?? "", $0.name] }
    return .failure(
      UnknownFact(
        name: id,
        message: Phrase(
          it: "`\(full)` non è una risorsa di questa edizione",
          en: "`\(full)` is no resource of this edition"),
        help: NearMiss.help(for: full, among: names) ?? self.help(id, all)))
  }

  /// An achievement is named with its objective, or by itself.
  private func isOwner(_ name: String, of entry: Entry) -> Bool {
    entry.owner == name || entry.owner.hasSuffix("/" + name)
  }

  private func help(_ id: String, _ all: [Entry]) -> Phrase {
    all.isEmpty
      ? Phrase(
        it: "nessuna realizzazione ha `risorse`", en: "no achievement has `resources`")
      : Phrase(
        it:
          "il nome di una risorsa sta nel suo campo `id`: scrivi `id: \(id)` nella voce di `risorse`",
        en:
          "the name of a resource is in its field `id`: write `id: \(id)` in the entry of `resources`"
      )
  }

  private var entries: [Entry] {
    let edition = index.edition
    return edition.objectives.flatMap { objective in
      objective.achievements.flatMap { achievement in
        let address = Addresses.achievement(achievement, of: objective, edition)
        return achievement.resources.map { resource in
          Entry(
            resource: resource, owner: objective.id.value + "/" + achievement.id.value,
            address: address
              + (resource.id.map { "#" + Addresses.anchor(ofResource: $0.value) } ?? ""))
        }
      }
    }
  }
}
