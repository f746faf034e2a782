/// The whole document of an edition as a file to print and to keep.
package struct PrintedFile: Sendable {
  package let bytes: [UInt8]
  /// How many pages it has.
  package let pages: Int

  package init(bytes: [UInt8], pages: Int) { (self.bytes, self.pages) = (bytes, pages) }
}
