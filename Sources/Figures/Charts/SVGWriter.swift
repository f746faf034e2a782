import Hypertext

/// SVG as a part of HTML, the same on every machine.
struct SVGWriter {
  private(set) var html = HTML()

  /// Writes an element with what `content` writes in it, if anything.
  mutating func element(
    _ name: String, _ attributes: [(name: String, value: String)],
    _ content: ((inout SVGWriter) -> Void)? = nil
  ) {
    html.append(markup: "<")
    html.append(markup: name.utf8)
    for (name, value) in attributes {
      html.append(markup: " ")
      html.append(markup: name.utf8)
      html.append(markup: "=\"")
      html.append(value: value, of: name)
      html.append(markup: "\"")
    }
    guard let content else {
      html.append(markup: "/>")
      return
    }
    html.append(markup: ">")
    content(&self)
    html.append(markup: "</")
    html.append(markup: name.utf8)
    html.append(markup: ">")
  }

  mutating func text(_ text: String) { html.append(text: text) }

  mutating func lineBreak() { html.append(markup: "\n") }

  /// A length with at most one decimal and a point.
  static func number(_ value: Double) -> String {
    var text = ""
    append(value, to: &text)
    return text
  }

  static func append(_ value: Double, to text: inout String) {
    guard let tenths = Int(exactly: (value * 10).rounded()) else {
      text += "0"
      return
    }
    let size = abs(tenths)
    if tenths < 0 { text += "-" }
    text += String(size / 10)
    guard size % 10 != 0 else { return }
    text += "."
    text += String(size % 10)
  }
}

/// The data of a path.
struct SVGPath {
  private(set) var data = ""

  var isEmpty: Bool { data.isEmpty }

  mutating func append(_ other: SVGPath) { data += other.data }

  private mutating func add(_ command: String, _ values: Double...) {
    data += command
    for (index, value) in values.enumerated() {
      if index > 0 { data += " " }
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
    data += "z"
  }

  mutating func box(_ box: Box) {
    add("M", box.left, box.top)
    add("H", box.right)
    add("V", box.bottom)
    add("H", box.left)
    data += "z"
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
