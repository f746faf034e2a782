import Diagnostics
import Hypertext

/// SVG as a part of HTML, the same on every machine.
struct SVGWriter {
  private(set) var html = HTML()

  /// Begins the opening tag of an element; its attributes follow, then `closeTag` or `closeElement`.
  mutating func open(_ name: StaticString) {
    html.append(markup: "<")
    html.append(markup: name)
  }

  mutating func attribute(_ name: StaticString, _ value: String) {
    begin(name)
    html.append(value: value, of: "\(name)")
    html.append(markup: "\"")
  }

  mutating func attribute(_ name: StaticString, _ value: Double) {
    begin(name)
    var digits: [UInt8] = []
    SVGWriter.append(value, to: &digits)
    html.append(markup: digits)
    html.append(markup: "\"")
  }

  mutating func attribute(_ name: StaticString, _ path: SVGPath) {
    begin(name)
    html.append(markup: path.data)
    html.append(markup: "\"")
  }

  private mutating func begin(_ name: StaticString) {
    html.append(markup: " ")
    html.append(markup: name)
    html.append(markup: "=\"")
  }

  /// Ends an opening tag, behind which the content stands.
  mutating func closeTag() { html.append(markup: ">") }

  /// Ends an element that holds nothing.
  mutating func closeElement() { html.append(markup: "/>\n") }

  /// Ends an element after its content, if any, with a line break.
  mutating func close(_ name: StaticString, _ text: String = "") {
    html.append(text: text)
    html.append(markup: "</")
    html.append(markup: name)
    html.append(markup: ">\n")
  }

  mutating func markup(_ markup: String) { html.append(markup: markup.utf8) }

  /// A length with at most one decimal and a point.
  static func number(_ value: Double) -> String {
    var digits: [UInt8] = []
    append(value, to: &digits)
    return String(decoding: digits, as: UTF8.self)
  }

  static func append(_ value: Double, to text: inout [UInt8]) {
    guard let tenths = Int(exactly: (value * 10).rounded()) else {
      text.append(UInt8(ascii: "0"))
      return
    }
    if tenths < 0 { text.append(UInt8(ascii: "-")) }
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    text.append(contentsOf: String(whole).utf8)
    guard rest != 0 else { return }
    text.append(UInt8(ascii: "."))
    text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest))
  }
}

/// The data of a path.
struct SVGPath {
  private(set) var data: [UInt8] = []

  var isEmpty: Bool { data.isEmpty }

  mutating func append(_ other: SVGPath) { data += other.data }

  private mutating func add(_ command: Unicode.Scalar, _ first: Double, _ others: Double...) {
    data.append(UInt8(ascii: command))
    SVGWriter.append(first, to: &data)
    for value in others {
      data.append(UInt8(ascii: " "))
      SVGWriter.append(value, to: &data)
    }
  }

  mutating func line(_ spots: [Spot]) {
    guard let first = spots.first else { return }
    add("M", first.x, first.y)
    for spot in spots.dropFirst() { add("L", spot.x, spot.y) }
  }

  mutating func across(from left: Double, to right: Double, at y: Double) {
    add("M", left, y)
    add("H", right)
  }

  mutating func down(from top: Double, to bottom: Double, at x: Double) {
    add("M", x, top)
    add("V", bottom)
  }

  mutating func circle(_ centre: Spot, _ radius: Double) {
    add("M", centre.x - radius, centre.y)
    add("a", radius, radius, 0, 1, 0, 2 * radius, 0)
    add("a", radius, radius, 0, 1, 0, -2 * radius, 0)
    data.append(UInt8(ascii: "z"))
  }

  mutating func box(_ box: Box) {
    add("M", box.left, box.top)
    add("H", box.right)
    add("V", box.bottom)
    add("H", box.left)
    data.append(UInt8(ascii: "z"))
  }

  mutating func cross(_ centre: Spot, _ reach: Double) {
    line([
      Spot(x: centre.x - reach, y: centre.y - reach),
      Spot(x: centre.x + reach, y: centre.y + reach),
    ])
    line([
      Spot(x: centre.x - reach, y: centre.y + reach),
      Spot(x: centre.x + reach, y: centre.y - reach),
    ])
  }
}
