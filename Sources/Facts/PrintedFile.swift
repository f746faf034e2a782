/// The whole document of an edition as a file to print, to read elsewhere and to keep.
package struct PrintedFile: Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case pdf, epub, docx
  }

  package let kind: Kind
  package let bytes: [UInt8]
  /// How many pages it has; nil for a file that has none.
  package let pages: Int?

  package init(_ kind: Kind, bytes: [UInt8], pages: Int? = nil) {
    (self.kind, self.bytes, self.pages) = (kind, bytes, pages)
  }
}
