import CExpat

/// Reads a part's markup by expat: no entity is resolved, nothing outside is loaded.
package enum XMLReader {
  /// So many levels within each other no program writes.
  private static let mostLevels = 400
  /// A thousand sheets have as many.
  fileprivate static let mostNodes = 8_000_000

  /// - Parameter part: its name, for what is told.
  package static func tree(of bytes: [UInt8], part: String) throws(OfficeFlaw) -> XMLTree {
    let builder = XMLBuilder(mostLevels: mostLevels)
    guard let parser = unsafe XML_ParserCreateNS(nil, XML_Char(bitPattern: UInt8(ascii: "|")))
    else { throw .tooLarge(part: part) }
    defer { unsafe XML_ParserFree(parser) }
    unsafe builder.parser = parser
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(builder).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { data, name, attributes in
        unsafe XMLBuilder.of(data)?.start(name, attributes)
      },
      { data, _ in unsafe XMLBuilder.of(data)?.end() })
    unsafe XML_SetCharacterDataHandler(parser) { data, text, count in
      unsafe XMLBuilder.of(data)?.add(text, count)
    }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      unsafe XMLBuilder.of(data)?.stop(.documentType)
    }
    let status = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { text in
        unsafe XML_Parse(parser, text.baseAddress, Int32(text.count), 1)
      }
    }
    switch builder.stopped {
    case .documentType: throw .documentType(part: part)
    case .depth: throw .tooDeep(part: part)
    case .size: throw .tooLarge(part: part)
    case nil: break
    }
    guard status == XML_STATUS_OK, let tree = builder.tree else {
      let code = unsafe XML_GetErrorCode(parser)
      let reason = unsafe XML_ErrorString(code).map { unsafe String(cString: $0) } ?? ""
      let line = unsafe Int(XML_GetCurrentLineNumber(parser))
      throw .markup(part: part, line: line, reason: reason)
    }
    return tree
  }
}

/// Takes what the parser tells, one thing after another.
@safe private final class XMLBuilder {
  enum Stop { case documentType, depth, size }

  private var nodes: [XMLTree.Node] = []
  private var attributes: [XMLTree.Attribute] = []
  private var names: [String] = []
  /// By what the parser calls them, and by the usual prefix.
  private var places: [String: Int32] = [:]
  private var usual: [String: Int32] = [:]
  private var text: [UInt8] = []
  private var open: [Int32] = []
  private let mostLevels: Int
  private(set) var stopped: Stop?
  /// Lives longer than what it tells.
  var parser: XML_Parser?

  init(mostLevels: Int) { self.mostLevels = mostLevels }

  /// The parser hands back what it was given, which lives until it ends.
  static func of(_ data: UnsafeMutableRawPointer?) -> XMLBuilder? {
    unsafe data.map { unsafe Unmanaged<XMLBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  var tree: XMLTree? {
    guard open.isEmpty, !nodes.isEmpty else { return nil }
    return XMLTree(nodes: nodes, attributes: attributes, names: names, text: text)
  }

  func stop(_ reason: Stop) {
    stopped = reason
    unsafe XML_StopParser(parser, XML_Bool(0))
  }

  func start(
    _ name: UnsafePointer<XML_Char>?, _ given: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    guard open.count < mostLevels else { return stop(.depth) }
    let first = Int32(attributes.count)
    if let given = unsafe given {
      var at = 0
      while let key = unsafe given[at], let value = unsafe given[at + 1] {
        let start = Int32(text.count)
        unsafe text.append(contentsOf: bytes(value))
        attributes.append(
          XMLTree.Attribute(name: unsafe place(of: key), value: start..<Int32(text.count)))
        at += 2
      }
    }
    guard nodes.count < XMLReader.mostNodes else { return stop(.size) }
    let index = Int32(nodes.count)
    nodes.append(
      XMLTree.Node(
        name: unsafe name.map { unsafe place(of: $0) } ?? 0, parent: open.last ?? -1,
        end: index + 1,
        range: first..<Int32(attributes.count)))
    open.append(index)
  }

  func end() {
    guard let index = open.popLast() else { return }
    nodes[Int(index)].end = Int32(nodes.count)
  }

  func add(_ given: UnsafePointer<XML_Char>?, _ count: Int32) {
    guard let given = unsafe given, let parent = open.last else { return }
    let start = Int32(text.count)
    for at in 0..<Int(count) { text.append(UInt8(bitPattern: unsafe given[at])) }
    // The parser gives a text in pieces: at line ends and at signs in words.
    if let last = nodes.indices.last, nodes[last].name < 0, nodes[last].parent == parent,
      nodes[last].range.upperBound == start
    {
      nodes[last].range = nodes[last].range.lowerBound..<Int32(text.count)
      return
    }
    nodes.append(
      XMLTree.Node(
        name: -1, parent: parent, end: Int32(nodes.count) + 1,
        range: start..<Int32(text.count)))
  }

  private func place(of given: UnsafePointer<XML_Char>) -> Int32 {
    let given = unsafe String(cString: given)
    if let known = places[given] { return known }
    // The strict and the usual form of a document have one name for one thing.
    let name = Namespaces.name(given)
    let place = usual[name] ?? Int32(names.count)
    if Int(place) == names.count { names.append(name) }
    (places[given], usual[name]) = (place, place)
    return place
  }

  private func bytes(_ given: UnsafePointer<XML_Char>) -> [UInt8] {
    var found: [UInt8] = []
    var at = 0
    while case let byte = unsafe given[at], byte != 0 {
      found.append(UInt8(bitPattern: byte))
      at += 1
    }
    return found
  }
}
