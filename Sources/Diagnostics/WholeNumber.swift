extension FixedWidthInteger {
  /// The whole number nearest to a floating-point one; nil where there is none that fits, as for what
  /// is infinite or no number at all.
  package init?(nearest value: Double) { self.init(exactly: value.rounded()) }
}

// The standard library's own conversions end the program where the value does not fit. These stand in
// their place wherever this room is imported, so that the compiler refuses them: the only way from a
// floating-point number to a whole one is `init(nearest:)` or `init(exactly:)`.

extension Int {
  @available(*, deprecated, message: "what does not fit ends the program: use init(nearest:)")
  package init(_ value: Double) { self = Int(nearest: value) ?? 0 }
}

extension Int64 {
  @available(*, deprecated, message: "what does not fit ends the program: use init(nearest:)")
  package init(_ value: Double) { self = Int64(nearest: value) ?? 0 }
}

extension UInt8 {
  @available(*, deprecated, message: "what does not fit ends the program: use init(nearest:)")
  package init(_ value: Double) { self = UInt8(nearest: value) ?? 0 }
}
