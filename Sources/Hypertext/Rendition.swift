/// How a piece of HTML is written: as a page, as a part of a larger one, for a server or for the disk, as
/// HTML or as XML.
package struct Rendition: Sendable {
  /// A part of a larger page has its headings so many levels lower.
  package var levels = 0
  /// What stands before each id of a part, so that it is the only one of its page; empty for a page by
  /// itself.
  package var idPrefix = ""
  /// Whether it is a part of the whole document.
  package var isEmbedded = false
  /// Whether every element is closed and every attribute has a value (XHTML).
  package var isXML = false
  /// Gives an address of the site another form; nil keeps it.
  package var addresses: RelativeAddresses?
  /// The pages of the site that are parts of this one; nil for a page by itself.
  package var parts: PageParts?
  /// Put in at the end of the page's body.
  package var bodyEnd: [UInt8] = []

  package init() {}

  package func bytes(of html: HTML) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(html.bytes.count + html.bytes.count / 8 + bodyEnd.count)
    write(html, to: &result)
    return result
  }

  package func write(_ html: HTML, to result: inout [UInt8]) {
    let bytes = html.bytes
    let prefix = Array(idPrefix.utf8)
    var copied = 0
    /// How many parts are open of which the outermost is left out.
    var skipped = 0
    var addressStart = 0
    for seam in html.seams {
      if skipped > 0 {
        switch seam.kind {
        case .standalone, .embedded: skipped += 1
        case .end:
          skipped -= 1
          copied = seam.place
        default: break
        }
        continue
      }
      switch seam.kind {
      case .end: continue
      case .standalone, .embedded:
        guard isEmbedded == (seam.kind == .standalone) else { continue }
        result += bytes[copied..<seam.place]
        skipped = 1
        continue
      case .level where levels == 0: continue
      case .identifier where prefix.isEmpty: continue
      case .address, .addressEnd:
        if prefix.isEmpty && addresses == nil && parts == nil { continue }
      case .voidEnd where !isXML, .bareAttribute where !isXML: continue
      default: break
      }
      result += bytes[copied..<seam.place]
      copied = seam.place
      switch seam.kind {
      case .identifier: result += prefix
      case .level:
        result.append(min(UInt8(ascii: "6"), bytes[copied] + UInt8(clamping: levels)))
        copied += 1
      case .address: addressStart = result.count
      case .addressEnd: settle(&result, from: addressStart)
      case .voidEnd: result.append(UInt8(ascii: "/"))
      case .bareAttribute: result += "=\"\"".utf8
      case .bodyEnd: result += bodyEnd
      case .standalone, .embedded, .end, .gap: break
      }
    }
    if skipped == 0 { result += bytes[copied...] }
  }

  /// Gives the address that ends the result its form here.
  private func settle(_ result: inout [UInt8], from start: Int) {
    guard start < result.count else { return }
    if result[start] == UInt8(ascii: "#") {
      result.insert(contentsOf: idPrefix.utf8, at: start + 1)
      return
    }
    guard addresses != nil || parts != nil else { return }
    let address = String(decoding: result[start...], as: UTF8.self)
    if let other = parts?.place(of: address) ?? addresses?.relative(address) {
      result.replaceSubrange(start..., with: other.utf8)
    }
  }
}
