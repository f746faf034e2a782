/// The fields of a record, in the order in which they are written.
///
/// Every page makes records by the dozen and asks each field once, so an array serves better than
/// a table of hashes. Records of one kind are written alike: who remembers where a field stood in
/// one finds it at the same position in the next.
package struct Fields: Sendable, ExpressibleByDictionaryLiteral {
  private var entries: [(String, View)]

  package init(dictionaryLiteral elements: (String, View)...) {
    entries = elements
  }

  /// - Parameter hint: the position where the field likely stands.
  func position(of name: String, hint: Int = 0) -> Int? {
    if hint < entries.count, entries[hint].0 == name { return hint }
    return entries.firstIndex { $0.0 == name }
  }

  subscript(position: Int) -> View { entries[position].1 }

  subscript(name: String) -> View? { position(of: name).map { entries[$0].1 } }

  /// The fields with one more at their end.
  package func adding(_ name: String, _ view: View) -> Fields {
    var fields = self
    fields.entries.append((name, view))
    return fields
  }
}
