import Files
import Pictures

/// Why a file must not, or should not, stand on the site.
package enum FileFlaw: Equatable, Sendable {
  case name(AttachmentName.Flaw)
  case content(AttachmentContent.Flaw, ending: String)
  case drawing(ActiveDrawing.Flaw)
  /// A photograph that says where it was taken.
  case place
  /// A PDF that does not say what is a heading, a list or a table, with how many pages it has.
  case untagged(pages: Int?)

  /// The first thing that is wrong with a file; nil for one that may be published as it is.
  ///
  /// - Parameters:
  ///   - path: as it will stand on the site; its folders count too.
  ///   - head: its beginning; all of it for a drawing.
  ///   - tail: its end, of a PDF.
  ///   - byteCount: of the whole file.
  package init?(path: String, head: [UInt8], tail: [UInt8] = [], byteCount: Int) {
    if let flaw = AttachmentName.flaw(of: path) {
      self = .name(flaw)
      return
    }
    let ending = Path.ending(of: path)
    guard let kind = FileKind.all[ending] else { return nil }
    if let flaw = AttachmentContent.flaw(of: head, kind) {
      self = .content(flaw, ending: ending)
      return
    }
    if kind.form == .pdf {
      let facts = PDFFacts(head: head, tail: tail)
      guard facts.isTagged == false else { return nil }
      self = .untagged(pages: facts.pages)
      return
    }
    if kind.form == .picture, PictureHeader(head).hasPlace {
      self = .place
      return
    }
    guard case .drawing = kind.form, !head.isEmpty else { return nil }
    guard head.count >= byteCount else {
      self = .drawing(.tooLarge)
      return
    }
    guard let flaw = ActiveDrawing.flaw(of: head) else { return nil }
    self = .drawing(flaw)
  }

  /// Whether the site must not have it.
  package var isForbidden: Bool {
    switch self {
    case .content(.other, _), .content(.actions, _), .place, .untagged: false
    default: true
    }
  }
}
