/// The memory of a program that is over in a moment.
package enum Memory {
  /// Holds a value until the process ends, when the system takes all of its memory back in one
  /// step; to free a large report piece by piece would only keep the user waiting.
  package static func keepToTheEnd(_ value: some Sendable) {
    _ = unsafe Unmanaged.passRetained(Kept(value))
  }

  private final class Kept: Sendable {
    private let value: any Sendable

    init(_ value: some Sendable) { self.value = value }
  }
}
