import Files
import SocialReport
import Writing

/// A record by another id, in fields and in links.
struct RenamedRecord: NameChange {
  private let record: DeskRecord
  private let id: String
  private let scope: RenameScope

  init(_ record: DeskRecord, to id: String, _ scope: RenameScope) {
    (self.record, self.id, self.scope) = (record, id, scope)
  }

  // Fields

  func value(of text: FieldVisit.Text, in path: String) -> String? {
    switch text.type {
    case .reference(let reference), .list(.reference(let reference)):
      guard reference.means(record.kind), scope.includes(path) else { return nil }
      if text.value == record.id { return id }
      // Several with commas between.
      guard case .list = text.type, text.value.contains(",") else { return nil }
      return RenamedRecord.parts(of: text.value) { $0 == record.id ? id : String($0) }
    case .slug where text.names.dropLast().last == "continues":
      guard record.kind == .objective, text.value == record.id,
        text.record["edition"].map(scope.isEdition) ?? false
      else { return nil }
      return id
    case .edition:
      return record.kind == .edition && record.hasID && text.value == record.id ? id : nil
    default: return nil
    }
  }

  private static func parts(of text: String, _ change: (String) -> String) -> String {
    text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      let word = part.filter { !$0.isWhitespace }
      return part.replacing(word, with: change(word))
    }.joined(separator: ",")
  }

  // Links

  func address(_ address: String, in path: String) -> String? {
    guard let colon = address.firstIndex(of: ":") else { return nil }
    let start = String(address[...colon])
    let rest = String(address[address.index(after: colon)...])
    guard let scheme = TypedLink.scheme(String(address[..<colon])) else { return nil }
    if scheme == "pagina" { return page(rest, in: path).map { start + $0 } }
    guard scope.includes(path) else { return nil }
    return fact(scheme, rest).map { start + $0 }
  }

  private func fact(_ scheme: String, _ rest: String) -> String? {
    let whole = rest.hasPrefix(record.id) ? String(rest.dropFirst(record.id.count)) : nil
    switch (scheme, record.kind) {
    case ("dato", .indicator), ("dato", .indicators), ("variazione", .indicator),
      ("variazione", .indicators):
      return whole.flatMap { $0.first == "@" ? id + $0 : nil }
    case ("atto", .acts), ("fonte", .sources), ("voce", .glossary):
      return whole.flatMap { $0.isEmpty ? id : nil }
    case ("conteggio", _), ("risorsa", _):
      guard let dot = rest.lastIndex(of: ".") else { return nil }
      return owner(String(rest[..<dot]), isCount: scheme == "conteggio").map { $0 + rest[dot...] }
    default: return nil
    }
  }

  /// Who has a list or an amount: a plan, an indicator, an objective, or an achievement with its objective.
  private func owner(_ name: String, isCount: Bool) -> String? {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch record.kind {
    case .plans, .indicator, .indicators: return isCount && name == record.id ? id : nil
    case .objective:
      guard parts.first == record.id else { return nil }
      return ([id] + parts.dropFirst()).joined(separator: "/")
    case .achievement:
      if parts.count == 1 { return name == record.id && scope.isAlone ? id : nil }
      guard parts.count == 2, parts[1] == record.id, parts[0] == scope.objective else { return nil }
      return parts[0] + "/" + id
    default: return nil
    }
  }

  private func page(_ address: String, in path: String) -> String? {
    let end = address.firstIndex(of: "#") ?? address.endIndex
    var parts = address[..<end].split(separator: "/", omittingEmptySubsequences: false)
      .map(String.init)
    // A stroke at the end parts nothing.
    let isClosed = parts.count > 1 && parts.last?.isEmpty == true
    if isClosed { parts.removeLast() }
    let rest = (isClosed ? "/" : "") + address[end...]
    var at = 0
    if parts.count > 1, scope.isEdition(parts[0]) {
      if record.kind == .edition, record.hasID, parts[0] == record.id {
        parts[0] = id
        return parts.joined(separator: "/") + rest
      }
      at = 1
    } else if !scope.includes(path) {
      return nil
    }
    guard let place = place(in: parts.map(RenamedRecord.bare), from: at) else { return nil }
    parts[place] = id
    return parts.joined(separator: "/") + rest
  }

  /// Which part of a page's path is the record.
  private func place(in parts: [String], from at: Int) -> Int? {
    let rest = parts[at...]
    switch record.kind {
    case .objective: return rest.first == record.id ? at : nil
    case .context: return rest.count == 1 && rest.first == record.id ? at : nil
    case .achievement:
      guard rest.count > 1, rest.last == record.id, let objective = scope.objective,
        parts[parts.count - 2] == objective
      else { return nil }
      return parts.count - 1
    case .indicator, .indicators:
      let words = ["dati", "figures"]
      return rest.count == 2 && words.contains(parts[at]) && rest.last == record.id ? at + 1 : nil
    default: return nil
    }
  }

  /// Folders begin with a number that addresses do not have; either way of writing is fine.
  private static func bare(_ part: String) -> String {
    let rest = part.drop { $0.isNumber }
    return rest.first == "-" && rest.count > 1 ? String(rest.dropFirst()) : part
  }
}

extension Reference {
  /// Whether it may name a record of a kind.
  fileprivate func means(_ kind: EntityKind) -> Bool {
    switch (self, kind) {
    case (.act, .acts), (.evidence, .acts), (.source, .sources), (.evidence, .sources),
      (.office, .offices), (.indicator, .indicator), (.indicator, .indicators):
      true
    default: false
    }
  }
}
