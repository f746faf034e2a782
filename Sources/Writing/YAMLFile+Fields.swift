import Diagnostics
import YAMLTree

extension YAMLFile {
  /// The file without a field, and the comments right above it; without the record, where it is the last field.
  package func removing(_ path: FieldPath) throws(WritingRefusal) -> [UInt8] {
    guard let last = path.steps.last else { throw .lastField }
    guard case .field(let key) = last else {
      guard case .entry(let number) = last else { throw .form }
      return try removing(path.parent, entry: number)
    }
    let found = try find(path.parent)
    guard case .mapping(let pairs, _) = found.node else { throw .notFields(path.parent.text) }
    guard let index = pairs.firstIndex(where: { $0.key.text == key }) else {
      throw .notFound(path.text)
    }
    guard pairs.count > 1 else {
      guard !path.parent.steps.isEmpty else { throw .lastField }
      return try removing(path.parent)
    }
    let wanted = Shape(root).changed(path.steps[...]) { _ in nil }
    let (name, value) = (pairs[index].key.place.bytes, pairs[index].value)
    let isLast = index == pairs.count - 1
    if found.isInBrackets || isBracketed(found.node) {
      let stretch =
        isLast
        ? pairs[index - 1].value.range.bytes
          .upperBound..<max(
            name.upperBound, value.range.bytes.upperBound)
        : name.lowerBound..<pairs[index + 1].key.place.bytes.lowerBound
      return try proveRemoval(stretch, wanted)
    }
    if !lines.isFirst(name.lowerBound) {
      // The first field stands behind a hyphen, and the next takes its place.
      guard !isLast else { throw .form }
      return try proveRemoval(
        name.lowerBound..<pairs[index + 1].key.place.bytes.lowerBound, wanted)
    }
    let start = lines.own(name.lowerBound, notAbove: region.lowerBound)
    let ending = end(of: pairs[index])
    let line = min(lines.next(from: ending), region.upperBound)
    let column = lines.column(of: name.lowerBound)
    var end = lines.tail(from: line, below: column, before: region.upperBound)
    // Two gaps become one.
    let isGapAbove = lines.above(start).map { lines.isBlank($0..<start) } ?? false
    if isGapAbove, end < region.upperBound {
      let line = lines.next(from: end)
      if line > end, lines.isBlank(end..<line) { end = min(line, region.upperBound) }
    }
    return try proveRemoval(start..<end, wanted)
  }

  /// The file with a list more, behind the last field of those that come before it in an order.
  package func inserting(
    _ key: String, list values: [String], into path: FieldPath, order: [String]
  ) throws(WritingRefusal) -> [UInt8] {
    let entries = values.map(YAMLFile.tidy)
    return try inserting(key, .list(entries), into: path, order: order)
  }

  /// The file with a record more, behind the last field of those that come before it in an order.
  package func inserting(
    _ key: String, record fields: [(key: String, text: String)], into path: FieldPath,
    order: [String]
  ) throws(WritingRefusal) -> [UInt8] {
    let tidy = fields.map { (key: $0.key, text: YAMLFile.tidy($0.text)) }
    return try inserting(key, .record(tidy), into: path, order: order)
  }

  /// The file with a field more, behind the last of those that come before it in an order.
  ///
  /// - Parameters:
  ///   - path: the record; empty for the file itself.
  ///   - order: names of fields, as the record's kind has them.
  package func inserting(
    _ key: String, _ value: String, into path: FieldPath, order: [String], isText: Bool = false
  ) throws(WritingRefusal) -> [UInt8] {
    try inserting(
      key, .text(YAMLFile.tidy(value), isText: isText), into: path, order: order)
  }

  private func inserting(
    _ key: String, _ value: NewField.Value, into path: FieldPath, order: [String]
  ) throws(WritingRefusal) -> [UInt8] {
    let found = try find(path)
    guard case .mapping(let pairs, _) = found.node else { throw .notFields(path.text) }
    guard !pairs.contains(where: { $0.key.text == key }) else { throw .thereAlready(key) }
    let ranks = Dictionary(
      order.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { one, _ in one })
    let rank = ranks[key] ?? order.count
    let before = pairs.indices.filter { ranks[pairs[$0].key.text].map { $0 < rank } ?? false }
    let place = before.max { (ranks[pairs[$0].key.text] ?? 0) < (ranks[pairs[$1].key.text] ?? 0) }
    let wanted = Shape(root).changed(path.steps[...]) { shape in
      guard case .fields(var fields) = shape else { return shape }
      fields.insert((key, value.shape), at: place.map { $0 + 1 } ?? 0)
      return .fields(fields)
    }
    guard let wanted else { throw .touchesMore }
    if found.isInBrackets || isBracketed(found.node) {
      return try prove(bracketed(key, value.inBrackets, pairs, place, found), wanted)
    }
    return try prove(ofLine(key, value, pairs, place), wanted)
  }

  private func bracketed(
    _ key: String, _ text: String, _ pairs: [YAMLPair], _ place: Int?, _ found: Found
  ) -> TextEdit {
    let field = Array("\(key): \(text)".utf8)
    let comma = Array(", ".utf8)
    guard !pairs.isEmpty else {
      let open = found.node.range.bytes.lowerBound + 1
      return TextEdit(open..<open, field)
    }
    guard let place else {
      let start = pairs[0].key.place.bytes.lowerBound
      return TextEdit(start..<start, field + comma)
    }
    let end = end(of: pairs[place])
    return TextEdit(end..<end, comma + field)
  }

  private func ofLine(
    _ key: String, _ value: NewField.Value, _ pairs: [YAMLPair], _ place: Int?
  ) -> TextEdit {
    let column = lines.column(of: pairs[0].key.place.bytes.lowerBound)
    let behind = column + key.unicodeScalars.count + 1
    let made = value.written(column: column, behind: behind)
    let field = NewField.bytes(key + ":" + made.text, lines.lineBreak)
    let pad = [UInt8](repeating: 0x20, count: column)
    guard let place else {
      let first = pairs[0].key.place.bytes.lowerBound
      guard lines.isFirst(first) else {
        // It takes the place behind the hyphen, and the field that was there goes to a line of its own.
        return TextEdit(first..<first, field + lines.lineBreak + pad)
      }
      var start = lines.own(first, notAbove: region.lowerBound)
      // A comment at the very top is the file's.
      if start == region.lowerBound { start = lines.start(of: first) }
      return TextEdit(start..<start, pad + field + lines.lineBreak)
    }
    let line = lines.end(of: end(of: pairs[place]))
    let next = lines.next(from: line)
    guard next > line else {
      return TextEdit(
        line..<line, lines.lineBreak + pad + field + (made.needsBreak ? lines.lineBreak : []))
    }
    return TextEdit(next..<next, pad + field + lines.lineBreak)
  }

  /// Where a field ends: with its value, or behind its colon.
  private func end(of pair: YAMLPair) -> Int {
    max(pair.key.place.bytes.upperBound, pair.value.range.bytes.upperBound)
  }
}
