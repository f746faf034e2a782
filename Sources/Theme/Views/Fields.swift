/// The fields of a record, in the order in which they are written.
///
/// Every page makes records by the dozen and asks each field once, so an array serves better than
/// a table of hashes.
package struct Fields: Sendable, ExpressibleByDictionaryLiteral {
  private var entries: [(String, View)]
  /// Gives what is not among them.
  private var rest: (@Sendable (String) -> View)?

  package init(dictionaryLiteral elements: (String, View)...) {
    entries = elements
  }

  var names: [String] { entries.map(\.0) }

  subscript(name: String) -> View? { entries.first { $0.0 == name }?.1 ?? rest?(name) }

  /// The fields with others behind them, which are made when a template asks for one.
  package func backed(by rest: @escaping @Sendable (String) -> View) -> Fields {
    var fields = self
    fields.rest = rest
    return fields
  }

  /// The fields with one more at their end.
  package func adding(_ name: String, _ view: View) -> Fields {
    var fields = self
    fields.entries.append((name, view))
    return fields
  }
}
