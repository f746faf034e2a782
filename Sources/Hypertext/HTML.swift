/// A piece of HTML, and the seams at which it is written in another way elsewhere.
///
/// The same piece is a page, a part of the whole document, or a page that is opened from the disk: what
/// differs (levels of headings, ids, addresses) is known where it is made, and noted there as a `Seam`. So
/// nothing that was written is read again. `Rendition` writes it.
package struct HTML: Sendable, Equatable {
  /// What a page of the site has, and beside it what only the whole document has.
  package private(set) var bytes: [UInt8] = []
  /// In the order of their places.
  package private(set) var seams: [Seam] = []

  package init() {}

  /// HTML without seams, such as a script's data.
  package init(bytes: [UInt8]) { self.bytes = bytes }

  package var isEmpty: Bool { bytes.isEmpty }

  package mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

  /// The same in no more memory than it fills, for what is kept.
  package var fitted: HTML {
    var copy = HTML()
    copy.bytes.reserveCapacity(bytes.count)
    copy.bytes += bytes
    copy.seams.reserveCapacity(seams.count)
    copy.seams += seams
    return copy
  }

  package mutating func append(_ other: HTML) {
    let start = bytes.count
    bytes += other.bytes
    guard !other.seams.isEmpty else { return }
    seams.append(contentsOf: other.seams.lazy.map { Seam($0.kind, at: start + $0.place) })
  }

  /// Adds what is markup already.
  package mutating func append(markup: StaticString) {
    HTMLText.append(markup: markup, to: &bytes)
  }

  package mutating func append(markup: [UInt8]) { bytes += markup }

  mutating func append(byte: UInt8) { bytes.append(byte) }

  package mutating func append(markup: String.UTF8View) {
    HTMLText.append(markup.span, to: &bytes)
  }

  /// Adds a text with the characters escaped that mean something in HTML.
  package mutating func append(text: String) { HTMLText.append(text, to: &bytes) }

  /// The same as CommonMark has it, where only an attribute in double quotes may follow.
  package mutating func append(content: String) { append(content: content.utf8.span) }

  package mutating func append(content: Span<UInt8>) {
    HTMLText.append(content, escapesApostrophe: false, to: &bytes)
  }

  /// Adds an address as CommonMark has it.
  package mutating func append(address: String) { HTMLText.append(address: address, to: &bytes) }

  package mutating func append(seam kind: Seam.Kind) {
    seams.append(Seam(kind, at: bytes.count))
  }

  /// Begins a new line, where one is not begun already.
  package mutating func startLine() {
    if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
  }

  /// How much there is.
  package struct Extent: Equatable {
    fileprivate let bytes: Int
    fileprivate let seams: Int
  }

  package var extent: Extent { Extent(bytes: bytes.count, seams: seams.count) }

  /// Takes back all that was added since there was so much.
  package mutating func truncate(to extent: Extent) {
    bytes.removeLast(bytes.count - extent.bytes)
    seams.removeLast(seams.count - extent.seams)
  }

  /// Adds what only a page by itself has, and what the whole document has in its stead.
  package mutating func append(
    standalone: (inout HTML) -> Void, embedded: ((inout HTML) -> Void)? = nil
  ) {
    append(seam: .standalone)
    standalone(&self)
    append(seam: .end)
    guard let embedded else { return }
    append(seam: .embedded)
    embedded(&self)
    append(seam: .end)
  }

  /// Whether it has a heading of a level.
  package func hasHeading(ofLevel level: Int) -> Bool {
    let digit = UInt8(ascii: "0") + UInt8(clamping: level)
    return seams.contains { $0.kind == .level && bytes[$0.place] == digit }
  }

  /// What stands before the gap, and what stands behind it.
  package var halves: (first: HTML, second: HTML) {
    guard let gap = seams.firstIndex(where: { $0.kind == .gap }) else { return (self, HTML()) }
    var (first, second) = (HTML(), HTML())
    let place = seams[gap].place
    first.bytes = Array(bytes[..<place])
    first.seams = Array(seams[..<gap])
    second.bytes = Array(bytes[place...])
    second.seams = seams[(gap + 1)...].map { Seam($0.kind, at: $0.place - place) }
    return (first, second)
  }

  /// The bytes of the page by itself.
  package var standalone: [UInt8] { Rendition().bytes(of: self) }
}

/// A place in HTML where its context decides what is written.
package struct Seam: Sendable, Equatable {
  package enum Kind: UInt8, Sendable {
    /// An address begins here; it ends at the next `addressEnd`.
    case address
    case addressEnd
    /// An id begins here, of an element of this piece.
    case identifier
    /// The digit of a heading's level.
    case level
    /// What only a page by itself has begins here, until its `end`.
    case standalone
    /// What only the whole document has begins here, until its `end`.
    case embedded
    case end
    /// The `>` of an element that holds nothing and is not closed.
    case voidEnd
    /// The end of an attribute's name that has no value.
    case bareAttribute
    /// The end of the page's body.
    case bodyEnd
    /// Where a page that is written in pieces has those between its beginning and its end.
    case gap
  }

  package let kind: Kind
  /// In bytes from the beginning of the piece.
  package let place: Int

  package init(_ kind: Kind, at place: Int) { (self.kind, self.place) = (kind, place) }
}

extension Sequence<HTML> {
  package func joined() -> HTML {
    var whole = HTML()
    for part in self { whole.append(part) }
    return whole
  }
}
