/// A value together with the place that states it.
package struct Sourced<Value: Sendable>: Sendable {
  package let value: Value
  package let place: SourceRange

  package init(_ value: Value, at place: SourceRange) {
    self.value = value
    self.place = place
  }

  package func map<Other: Sendable>(_ transform: (Value) -> Other) -> Sourced<Other> {
    Sourced<Other>(transform(value), at: place)
  }
}
