import Diagnostics
import YAMLTree

extension YAMLFile {
  /// An entry that is new: a text, or fields in their order.
  package enum Entry: Sendable {
    case text(String)
    case fields([(key: String, value: String)])
  }

  /// The file with an entry at another place of its list.
  package func moving(
    _ path: FieldPath, from old: Int, to new: Int
  ) throws(WritingRefusal) -> [UInt8] {
    let (nodes, isInBrackets) = try list(path)
    guard nodes.indices.contains(old), nodes.indices.contains(new) else {
      throw .notFound(path.appending(.entry(max(old, new))).text)
    }
    guard old != new else { return bytes }
    var order = Array(nodes.indices)
    order.insert(order.remove(at: old), at: new)
    let wanted = Shape(root).changed(path.steps[...]) { shape in
      guard case .list(let shapes) = shape else { return shape }
      return .list(order.map { shapes[$0] })
    }
    guard let wanted else { throw .touchesMore }
    guard !isInBrackets else {
      let parts = nodes.map { Array(bytes[$0.range.bytes]) }
      let start = nodes[0].range.bytes.lowerBound
      var result: [UInt8] = []
      for (index, node) in nodes.enumerated() {
        result += parts[order[index]]
        if index + 1 < nodes.count {
          result += bytes[node.range.bytes.upperBound..<nodes[index + 1].range.bytes.lowerBound]
        }
      }
      let edit = TextEdit(start..<nodes[nodes.count - 1].range.bytes.upperBound, result)
      return try prove(edit, wanted)
    }
    let spans = try spans(of: nodes)
    var moved: [UInt8] = []
    for index in nodes.indices {
      moved += withBreak(Array(bytes[spans[order[index]]]))
      if index + 1 < nodes.count {
        moved += bytes[spans[index].upperBound..<spans[index + 1].lowerBound]
      }
    }
    let stretch = spans[0].lowerBound..<spans[nodes.count - 1].upperBound
    let isEnded = bytes[..<stretch.upperBound].last.map(FileLines.isBreak) == true
    if !isEnded {
      // The file's last line has no break, where its text needs none.
      let short = Array(moved.dropLast(lines.lineBreak.count))
      if let proven = try? prove(TextEdit(stretch, short), wanted) { return proven }
    }
    return try prove(TextEdit(stretch, moved), wanted)
  }

  /// The file without an entry, its comments and one of the gaps beside it; without the field, where it is the last.
  package func removing(_ path: FieldPath, entry: Int) throws(WritingRefusal) -> [UInt8] {
    let (nodes, isInBrackets) = try list(path)
    guard nodes.indices.contains(entry) else {
      throw .notFound(path.appending(.entry(entry)).text)
    }
    guard nodes.count > 1 else { return try removing(path) }
    let isLast = entry == nodes.count - 1
    let stretch: Range<Int>
    if isInBrackets {
      stretch =
        isLast
        ? nodes[entry - 1].range.bytes.upperBound..<nodes[entry].range.bytes.upperBound
        : nodes[entry].range.bytes.lowerBound..<nodes[entry + 1].range.bytes.lowerBound
    } else {
      let spans = try spans(of: nodes)
      stretch =
        isLast
        ? spans[entry - 1].upperBound..<spans[entry].upperBound
        : spans[entry].lowerBound..<spans[entry + 1].lowerBound
    }
    let wanted = Shape(root).changed((path.steps + [.entry(entry)])[...]) { _ in nil }
    return try proveRemoval(stretch, wanted)
  }

  /// The file with an entry more, which looks as its neighbours do.
  package func inserting(
    _ entry: Entry, into path: FieldPath, at place: Int
  ) throws(WritingRefusal) -> [UInt8] {
    try inserting([entry], into: path, at: place)
  }

  /// The file with records more at the end of a list, which look as their neighbours do.
  package func appending(
    _ entries: [Entry], to path: FieldPath
  ) throws(WritingRefusal) -> [UInt8] {
    guard let first = entries.first else { return bytes }
    guard try emptyList(path) != nil else {
      return try inserting(entries, into: path, at: count(path))
    }
    let begun = try inserting(first, into: path, at: 0)
    return try YAMLFile(begun, isMarkdown: isMarkdown).appending(
      Array(entries.dropFirst()), to: path)
  }

  private func inserting(
    _ entries: [Entry], into path: FieldPath, at place: Int
  ) throws(WritingRefusal) -> [UInt8] {
    if entries.count == 1, case .fields = entries[0], place == 0, let found = try emptyList(path) {
      return try beginning(entries[0], path, found)
    }
    let (nodes, isInBrackets) = try list(path)
    guard (0...nodes.count).contains(place) else {
      throw .notFound(path.appending(.entry(place)).text)
    }
    let wanted = Shape(root).changed(path.steps[...]) { shape in
      guard case .list(var shapes) = shape else { return shape }
      shapes.insert(contentsOf: entries.map(\.shape), at: place)
      return .list(shapes)
    }
    guard let wanted else { throw .touchesMore }
    if isInBrackets {
      guard entries.count == 1, case .text(let text) = entries[0] else { throw .form }
      let written = Array(
        (ScalarForm.isPlainSafe(text, inBrackets: true) ? text : ScalarForm.quoted(text)).utf8)
      let comma = Array(", ".utf8)
      let edit: TextEdit
      if nodes.isEmpty {
        let open = try find(path).node.range.bytes.lowerBound + 1
        edit = TextEdit(open..<open, written)
      } else if place == 0 {
        let start = nodes[0].range.bytes.lowerBound
        edit = TextEdit(start..<start, written + comma)
      } else {
        let end = nodes[place - 1].range.bytes.upperBound
        edit = TextEdit(end..<end, comma + written)
      }
      return try prove(edit, wanted)
    }
    return try prove(insertion(entries, among: nodes, at: place), wanted)
  }

  /// The file with a list in the place of a text that is its first entry.
  package func listing(_ path: FieldPath, with value: String) throws(WritingRefusal) -> [UInt8] {
    let found = try find(path)
    guard case .scalar(let scalar) = found.node, !scalar.isNull,
      !bytes[scalar.place.bytes].contains(where: FileLines.isBreak)
    else { throw .notList(path.text) }
    let values = NewField.Value.list([scalar.text, YAMLFile.tidy(value)])
    let wanted = Shape(root).changed(path.steps[...]) { _ in values.shape }
    guard let wanted else { throw .touchesMore }
    return try prove(
      TextEdit(scalar.place.bytes, Array(values.inBrackets.utf8)), wanted)
  }

  /// A list without an entry: nothing behind its key, or a pair of brackets.
  private func emptyList(_ path: FieldPath) throws(WritingRefusal) -> Found? {
    let found = try find(path)
    guard !found.isInBrackets, found.list == nil, !path.steps.isEmpty else { return nil }
    switch found.node {
    case .scalar(let scalar): return scalar.isNull ? found : nil
    case .sequence(let nodes, _): return nodes.isEmpty ? found : nil
    case .mapping: return nil
    }
  }

  /// The first record of a list, below its key; a comment behind that stays.
  private func beginning(
    _ entry: Entry, _ path: FieldPath, _ found: Found
  ) throws(WritingRefusal) -> [UInt8] {
    let range = found.node.range.bytes
    var start = range.lowerBound
    if !range.isEmpty {
      while start > 0, FileLines.isBlank(bytes[start - 1]) { start -= 1 }
    }
    let end = lines.end(of: range.upperBound)
    let block = entry.block(column: found.indent + 2, gap: 2, lineBreak: lines.lineBreak)
    let last = end == bytes.count && block.needsBreak ? lines.lineBreak : []
    let edit = TextEdit(
      start..<end, bytes[range.upperBound..<end] + lines.lineBreak + block.bytes + last)
    let wanted = Shape(root).changed(path.steps[...]) { _ in .list([entry.shape]) }
    guard let wanted else { throw .touchesMore }
    return try prove(edit, wanted)
  }

  private func insertion(
    _ entries: [Entry], among nodes: [YAMLNode], at place: Int
  ) throws(WritingRefusal) -> TextEdit {
    let spans = try spans(of: nodes)
    let dash = try dash(of: nodes, 0)
    let first = nodes[0].range.bytes.lowerBound
    let gap = lines.start(of: first) == lines.start(of: dash) ? first - dash : 2
    let column = lines.column(of: dash)
    let blocks = entries.map { $0.block(column: column, gap: gap, lineBreak: lines.lineBreak) }
    let gaps = zip(spans, spans.dropFirst()).filter { one, two in
      one.upperBound < two.lowerBound && lines.isBlank(one.upperBound..<two.lowerBound)
    }
    let space = gaps.count * 2 > spans.count - 1 ? lines.lineBreak : []
    if place < nodes.count {
      let start = spans[place].lowerBound
      return TextEdit(start..<start, blocks.flatMap { $0.bytes + lines.lineBreak + space })
    }
    let end = spans[nodes.count - 1].upperBound
    guard bytes[..<end].last.map(FileLines.isBreak) == true else {
      let last = blocks.last?.needsBreak == true ? lines.lineBreak : []
      return TextEdit(end..<end, blocks.flatMap { lines.lineBreak + space + $0.bytes } + last)
    }
    return TextEdit(end..<end, blocks.flatMap { space + $0.bytes + lines.lineBreak })
  }

  // Means

  private func list(
    _ path: FieldPath
  ) throws(WritingRefusal) -> (nodes: [YAMLNode], isInBrackets: Bool) {
    let found = try find(path)
    guard case .sequence(let nodes, _) = found.node else { throw .notList(path.text) }
    return (nodes, found.isInBrackets || isBracketed(found.node))
  }

  /// The whole lines of each entry, with the comments right above it.
  private func spans(of nodes: [YAMLNode]) throws(WritingRefusal) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    for (number, node) in nodes.enumerated() {
      let dash = try dash(of: nodes, number)
      guard lines.isFirst(dash) else { throw .form }
      let limit = spans.last?.upperBound ?? region.lowerBound
      let start = lines.own(dash, notAbove: limit)
      let last = min(lines.next(from: node.range.bytes.upperBound), region.upperBound)
      let end = lines.tail(from: last, below: lines.column(of: dash), before: region.upperBound)
      guard start >= limit, end > start else { throw .form }
      spans.append(start..<end)
    }
    return spans
  }

  private func withBreak(_ bytes: [UInt8]) -> [UInt8] {
    bytes.last.map(FileLines.isBreak) == true ? bytes : bytes + lines.lineBreak
  }

  func prove(_ edit: TextEdit, _ wanted: Shape) throws(WritingRefusal) -> [UInt8] {
    try Proof.show(self, edit, isMarkdown: isMarkdown, wanted: wanted)
  }

  /// Takes whole lines away, with the comments in them.
  func proveRemoval(_ stretch: Range<Int>, _ wanted: Shape?) throws(WritingRefusal) -> [UInt8] {
    guard let wanted else { throw .touchesMore }
    let removed = Proof.comments(of: self, in: stretch)
    var start = stretch.lowerBound
    let isAtEnd = stretch.upperBound == bytes.count
    if isAtEnd, bytes.last.map(FileLines.isBreak) != true {
      // The line above ends the file as the one did that goes.
      while start > region.lowerBound, FileLines.isBreak(bytes[start - 1]) { start -= 1 }
      let short = TextEdit(start..<stretch.upperBound, [])
      let shown = try? Proof.show(
        self, short, isMarkdown: isMarkdown, wanted: wanted, removed: removed)
      if let shown { return shown }
    }
    return try Proof.show(
      self, TextEdit(stretch, []), isMarkdown: isMarkdown, wanted: wanted, removed: removed)
  }
}
