import Desk
import SocialReport
import Writing

/// What a form that came back wants of its record, against what is in the file meanwhile.
struct FormChanges {
  /// A field that two changed.
  struct Conflict: Sendable {
    /// With what is in the file.
    let item: FormItem
    /// What it was when the form was made; nil where that is not known any more.
    let shown: String?
    let mine: String
  }

  private(set) var edits: [RecordEdit] = []
  private(set) var conflicts: [Conflict] = []
  /// The lists that would get more new rows at once than anybody types.
  private(set) var overfull: [String] = []
  private let data: FormData
  /// The values of the form as it was made, by the names of their fields.
  private let shown: [String: String]?

  /// - Parameters:
  ///   - now: the record as it is in the file.
  ///   - shown: as it was when the form was made, where that is known.
  ///   - names: what entries are called now.
  init(_ data: FormData, now: RecordForm, shown: RecordForm?, names: EntryNames) {
    self.data = data
    self.shown = shown.map { form in
      Dictionary(
        form.items.compactMap { item in names.current(item.name).map { ($0, item.value) } },
        uniquingKeysWith: { $1 })
    }
    compare(now.nodes)
    addEntries(now.nodes)
  }

  /// What a form sent for a field; nil where it had no such control.
  static func sent(_ item: FormItem, _ data: FormData) -> String? {
    switch item.type {
    case .list, .yearPair, .choices:
      let values = data.all(item.control)
      guard !values.isEmpty || data["l." + item.name] != nil else { return nil }
      return FormValue.received(values.joined(separator: "\n"), item.type)
    default: return data[item.control].map { FormValue.received($0, item.type) }
    }
  }

  private mutating func compare(_ nodes: [FormNode]) {
    for node in nodes {
      switch node {
      case .item(let item): compare(item)
      case .group(let head, let nodes):
        if head.isThere { compare(nodes) } else { begin(head, nodes) }
      case .records(_, let entries): for entry in entries { compare(entry.nodes ?? []) }
      case .grid(_, _, let rows): for row in rows { for cell in row.cells { compare(cell) } }
      }
    }
  }

  private mutating func compare(_ item: FormItem) {
    let count = edits.count
    compareValue(item)
    // Who writes another value has confirmed it.
    let isChanged = edits.count > count
    guard item.isUnconfirmed, isChanged || data["c." + item.name] != nil else { return }
    // Before the value: it is gone where that is emptied.
    edits.insert(.confirm(item.name), at: count)
  }

  private mutating func compareValue(_ item: FormItem) {
    guard let mine = FormChanges.sent(item, data), mine != item.value else { return }
    let mark = data["b." + item.name]
    // Nobody typed anything here.
    if mark == FormValue.fingerprint(mine) { return }
    if mark == nil || mark == FormValue.fingerprint(item.value) {
      edits += item.edits(to: mine)
      return
    }
    let before = shown?[item.name].flatMap { FormValue.fingerprint($0) == mark ? $0 : nil }
    let isText = if case .markdown = item.type { true } else { false }
    if let before,
      case .merged(let text) = ThreeWay.joined(
        shown: before, mine: mine, now: item.value, isText: isText)
    {
      edits += item.edits(to: text)
    } else {
      conflicts.append(Conflict(item: item, shown: before, mine: mine))
    }
  }

  /// A group that is not there yet comes with its first values.
  private mutating func begin(_ head: FormItem, _ nodes: [FormNode]) {
    let fields = nodes.compactMap { node -> (name: String, value: String)? in
      // What was there when the form was made, and nobody changed, is somebody else's to take away.
      guard case .item(let item) = node, data.isChanged(item.name),
        let sent = FormChanges.sent(item, data), !sent.isEmpty
      else { return nil }
      return (String(item.name.dropFirst(head.name.count + 1)), sent)
    }
    if !fields.isEmpty { edits.append(.begin(head.name, with: fields)) }
  }

  /// Entries and rows that are new: their controls are counted apart from those that are there.
  private mutating func addEntries(_ nodes: [FormNode]) {
    for node in nodes {
      switch node {
      case .item: break
      case .group(_, let nodes): addEntries(nodes)
      case .records(let head, let entries):
        add(to: head)
        for entry in entries { addEntries(entry.nodes ?? []) }
      case .grid(let head, _, _): add(to: head)
      }
    }
  }

  /// Each is written and read again by itself.
  static let mostRows = 500

  private mutating func add(to head: FormItem) {
    let start = "n.\(head.name)."
    var rows: [String: [(name: String, value: String)]] = [:]
    for name in data.names(start) {
      let parts = name.dropFirst(start.count).split(separator: ".", maxSplits: 1)
      // Those with more parts are of a list in an entry.
      guard parts.count == 2, !parts[1].contains("."), let text = data[name] else { continue }
      let value = FormValue.received(text, .text())
      if !value.isEmpty { rows[String(parts[0]), default: []].append((String(parts[1]), value)) }
    }
    guard rows.count <= FormChanges.mostRows else { return overfull.append(head.name) }
    let order = rows.map { (number: Int($0.key) ?? .max, name: $0.key, fields: $0.value) }
    for (_, _, fields) in order.sorted(by: { ($0.number, $0.name) < ($1.number, $1.name) }) {
      edits.append(.add(head.name, .fields(fields), at: nil))
    }
  }
}
