import Content
import Desk
import Diagnostics
import SocialReport
import Writing

/// All fields of a record as a form shows them, in the order of their declaration.
struct RecordForm: Sendable {
  let nodes: [FormNode]

  /// - Parameters:
  ///   - open: the entries of lists whose own fields are shown, as `tappe.2`; nil for all.
  ///   - table: gives the table of observations that a field names.
  init(
    _ record: DeskRecord, in file: YAMLFile, open: Set<String>?,
    table: @escaping (String) -> SheetSpot?
  ) {
    let reader = FormReader(file: file, record: record, sheet: table)
    let whole = reader.nodes(record.kind.table, at: record.place, "")
    nodes = open.map { RecordForm.closed(whole, but: RecordForm.with(above: $0)) } ?? whole
  }

  private init(_ nodes: [FormNode]) { self.nodes = nodes }

  /// The same with only some entries open, and those that they are in.
  func closing(to open: Set<String>) -> RecordForm {
    RecordForm(RecordForm.closed(nodes, but: RecordForm.with(above: open)))
  }

  private static func closed(_ nodes: [FormNode], but open: Set<String>) -> [FormNode] {
    nodes.map { node in
      switch node {
      case .item, .grid: node
      case .group(let head, let nodes): .group(head, closed(nodes, but: open))
      case .records(let head, let entries):
        .records(
          head,
          entries.map { entry in
            FormEntry(
              name: entry.name, identity: entry.identity, summary: entry.summary,
              nodes: open.contains(entry.name) ? entry.nodes.map { closed($0, but: open) } : nil)
          })
      }
    }
  }

  private static func with(above open: Set<String>) -> Set<String> { open.union(above(open)) }

  /// The groups, lists and entries that names are in.
  static func above(_ names: some Sequence<String>) -> Set<String> {
    var found: Set<String> = []
    for name in names {
      var name = name[...]
      while let dot = name.lastIndex(of: ".") {
        name = name[..<dot]
        if !found.insert(String(name)).inserted { break }
      }
    }
    return found
  }

  /// All values that the form has controls for.
  var items: [FormItem] { RecordForm.items(nodes) }

  private static func items(_ nodes: [FormNode]) -> [FormItem] {
    nodes.flatMap { node in
      switch node {
      case .item(let item): [item]
      case .group(_, let nodes): items(nodes)
      case .records(_, let entries): entries.flatMap { items($0.nodes ?? []) }
      case .grid(_, _, let rows): rows.flatMap(\.cells)
      }
    }
  }

  /// What each entry is known by, by its name.
  var identities: [String: String] { RecordForm.identities(nodes) }

  private static func identities(_ nodes: [FormNode]) -> [String: String] {
    var found: [String: String] = [:]
    for node in nodes {
      switch node {
      case .item: break
      case .group(_, let nodes): found.merge(identities(nodes)) { $1 }
      case .records(_, let entries):
        for entry in entries {
          found[entry.name] = entry.identity
          found.merge(identities(entry.nodes ?? [])) { $1 }
        }
      case .grid(_, _, let rows):
        for row in rows { found[row.name] = row.identity }
      }
    }
    return found
  }
}

/// Reads a record of a file into the parts of its form.
private struct FormReader {
  let file: YAMLFile
  let record: DeskRecord
  let sheet: (String) -> SheetSpot?

  func nodes(_ table: FieldTable, at path: FieldPath, _ prefix: String) -> [FormNode] {
    table.fields.map { field in
      let name = prefix + field.italian
      let key = [field.italian, field.english].first {
        file.holds(path.appending(.field($0)))
      }
      let place = key.map { path.appending(.field($0)) }
      return node(field, name, place, isRoot: prefix.isEmpty)
    }
  }

  private func node(
    _ field: Field, _ name: String, _ place: FieldPath?, isRoot: Bool
  ) -> FormNode {
    let isThere = place.map { file.text($0) != "" } ?? false
    func item(_ value: String) -> FormItem {
      FormItem(field, name: name, value: value, isThere: isThere)
    }
    switch field.type {
    case .list(.record(let table)):
      return .records(item(""), place.map { entries(table, $0, name) } ?? [])
    case .observations(let table): return grid(item(""), table, place, name)
    case .record(let table):
      return .group(
        item(""), place.map { nodes(table, at: $0, name + ".") } ?? nodesOfNothing(table, name))
    case .list, .yearPair:
      let texts = place.map(texts) ?? []
      var item = item(texts.map(FormValue.line).joined(separator: "\n"))
      item.texts = texts
      return .item(item)
    case .choices: return .item(item(place.map(pairs)?.joined(separator: "\n") ?? ""))
    case .markdown
    where isRoot && place == nil && record.isMarkdown
      && field.english == record.kind.mainText:
      let body = FormValue.shown(file.body ?? "", .markdown)
      return .item(FormItem(field, name: name, value: body, isThere: !body.isEmpty))
    default:
      var item = item(place.map { value($0, field.type) } ?? "")
      item.isUnconfirmed = place.map(file.isToBeConfirmed) ?? false
      return .item(item)
    }
  }

  /// The fields of a record that is not there yet.
  private func nodesOfNothing(_ table: FieldTable, _ name: String) -> [FormNode] {
    // What has entries of its own begins when the record is there.
    table.fields.filter { $0.type.innerTable == nil }.map { field in
      .item(FormItem(field, name: name + "." + field.italian, value: "", isThere: false))
    }
  }

  private func value(_ path: FieldPath, _ type: FieldType) -> String {
    if case .period = type, file.text(path) == nil {
      let ends = ["da", "from", "a", "to"].compactMap { file.text(path.appending(.field($0))) }
      return ends.joined(separator: "..")
    }
    return FormValue.shown(file.text(path) ?? "", type)
  }

  private func texts(_ path: FieldPath) -> [String] {
    guard let text = file.text(path) else { return file.texts(path) }
    // Several on one line, with commas between.
    return text.split(separator: ",").map { part in
      String(part.drop(while: \.isWhitespace))
    }
  }

  private func pairs(_ path: FieldPath) -> [String] {
    file.keys(path).map { key in
      key + ": " + FormValue.line(file.text(path.appending(.field(key))) ?? "")
    }
  }

  // Entries

  private func entries(_ table: FieldTable, _ path: FieldPath, _ name: String) -> [FormEntry] {
    (0..<file.count(path)).map { number in
      let entry = path.appending(.entry(number))
      let entryName = "\(name).\(number + 1)"
      return FormEntry(
        name: entryName, identity: identity(entry), summary: summary(table, entry),
        nodes: nodes(table, at: entry, entryName + "."))
    }
  }

  private func identity(_ entry: FieldPath) -> String {
    if let id = file.text(entry.appending(.field("id"))) { return "id " + id }
    let texts = file.keys(entry).map { key in
      key + "=" + (file.text(entry.appending(.field(key))) ?? "")
    }
    return FormValue.fingerprint(texts.joined(separator: "\n"))
  }

  /// What an entry says first, in a line.
  private func summary(_ table: FieldTable, _ entry: FieldPath) -> String {
    let texts = table.fields.compactMap { field -> String? in
      [field.italian, field.english].lazy
        .compactMap { file.text(entry.appending(.field($0))) }.first
        .map { FormValue.shown($0, field.type) }
    }
    let line = texts.filter { !$0.isEmpty }.prefix(3).joined(separator: " · ")
    return line.count > 120 ? String(line.prefix(119)) + "…" : line
  }

  private func grid(
    _ item: FormItem, _ table: FieldTable, _ place: FieldPath?, _ name: String
  ) -> FormNode {
    if let spot = sheet(name) {
      let rows = spot.sheet.places.entries.indices.map { number -> FormRow in
        let row = "\(name).\(number + 1)"
        return FormRow(
          name: row, identity: spot.sheet.text(number, "period") ?? "",
          cells: table.fields.map { field in
            let text = spot.sheet.text(number, field.english) ?? ""
            return FormItem(
              field, name: row + "." + field.italian, value: FormValue.shown(text, field.type),
              isThere: !text.isEmpty)
          })
      }
      return .grid(item, columns: table.fields, rows: rows)
    }
    let rows = place.map { path in
      (0..<file.count(path)).map { number -> FormRow in
        let entry = path.appending(.entry(number))
        let row = "\(name).\(number + 1)"
        let cells = nodes(table, at: entry, row + ".").map { node -> FormItem in
          // A group of fields in a row is told as it is written.
          node.head
        }
        return FormRow(name: row, identity: identity(entry), cells: cells)
      }
    }
    return .grid(item, columns: table.fields, rows: rows ?? [])
  }
}
