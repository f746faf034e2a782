import CLinux

/// How the C library's allocator is to behave in a program that is over in a moment.
package enum Memory {
  /// Keeps freed memory for what comes next, instead of giving it back to the system and asking
  /// for it again with every page.
  package static func keepFreed() {
    _ = mallopt(MALLOC_TRIM_THRESHOLD, 1 << 30)
    _ = mallopt(MALLOC_MMAP_THRESHOLD, 1 << 25)
  }

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
