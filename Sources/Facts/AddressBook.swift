package import Diagnostics
package import SocialReport

/// Which page stands at which address; two at one address are a mistake that shows both.
package struct AddressBook {
  private var places: [String: SourceRange] = [:]
  package private(set) var collisions: [Diagnostic] = []

  package init() {}

  package mutating func add(_ index: EditionIndex) {
    let edition = index.edition
    if Addresses.reservedAtRoot.contains(edition.id.value) {
      add(Addresses.edition(edition), reserved: edition.id)
    }
    for context in edition.contexts {
      add(Addresses.page(context.id.value, of: edition), context.id, edition)
    }
    for objective in edition.objectives {
      add(Addresses.objective(objective, of: edition), objective.id, edition)
      for achievement in objective.achievements {
        add(Addresses.achievement(achievement, of: objective, edition), achievement.id, nil)
      }
    }
  }

  /// Notes the addresses that pages had before, once all pages are known.
  package mutating func add(_ moves: [MovedPages.Move], _ edition: Edition) {
    for move in moves {
      let name = move.from.dropFirst(Addresses.edition(edition).count).dropLast()
      add(
        move.from, Sourced(String(name), at: move.place), edition,
        help: Phrase(
          it: "togli questo spostamento: a quell'indirizzo c'è già qualcosa",
          en: "take this move away: something is at that address already"))
    }
  }

  /// - Parameter edition: where the page stands right below it, among the program's own pages.
  private mutating func add(
    _ address: String, _ id: Sourced<String>, _ edition: Edition?, help: Phrase? = nil
  ) {
    if edition != nil, Addresses.reserved.contains(id.value) {
      add(address, reserved: id, help: help)
      return
    }
    guard let first = places[address] else {
      places[address] = id.place
      return
    }
    collisions.append(
      Diagnostic(
        .duplicateAddress,
        Phrase(
          it: "due pagine hanno lo stesso indirizzo, `\(address)`",
          en: "two pages have one address, `\(address)`"),
        help: help
          ?? Phrase(
            it: "scegli un altro nome per una delle due con `id:`",
            en: "choose another name for one of them with `id:`"),
        at: id.place,
        notes: [.init(Phrase(it: "l'altra è qui", en: "the other is here"), at: first)]))
  }

  private mutating func add(
    _ address: String, reserved id: Sourced<String>, help: Phrase? = nil
  ) {
    collisions.append(
      Diagnostic(
        .duplicateAddress,
        Phrase(
          it: "l'indirizzo `\(address)` è di una pagina del programma",
          en: "the address `\(address)` is that of a page of the program"),
        help: help
          ?? Phrase(it: "scegli un altro nome con `id:`", en: "choose another name with `id:`"),
        at: id.place))
  }
}
