import Diagnostics

/// A chart of the program's own for word processors that know no SVG: its lines, marks and words, drawn once more.
///
/// A chart has few kinds of parts (`Figures/Charts`), and each says in plain attributes how it looks without a style
/// sheet; a part of another kind is left out.
struct ChartMetafile {
  /// How many units there are to one of the chart's.
  private static let scale = 20.0
  /// As large as the theme's `drawings.css` has them.
  private static let letters = 11.0
  private static let ink: UInt32 = 0x191919

  private var file: Metafile

  /// - Parameter box: the width and the height of the chart.
  init(_ chart: HTMLElement, box: (width: Double, height: Double)) {
    file = Metafile(width: ChartMetafile.units(box.width), height: ChartMetafile.units(box.height))
    for part in chart.elements {
      switch part.name {
      case "path": path(part)
      case "text": text(part)
      default: break
      }
    }
  }

  var bytes: [UInt8] { file.file() }

  private static func units(_ length: Double) -> Int32 {
    Int32(exactly: min(max(length * scale, -1_000_000), 1_000_000).rounded()) ?? 0
  }

  private static func point(_ x: Double, _ y: Double) -> Metafile.Point {
    Metafile.Point(x: units(x), y: units(y))
  }

  private static func number(_ text: String?) -> Double? { text.flatMap { Double($0) } }

  private static func colour(_ text: String?) -> UInt32? {
    guard let text, text.hasPrefix("#") else { return nil }
    let digits = text.dropFirst()
    let whole = digits.utf8.count == 3 ? digits.map { "\($0)\($0)" }.joined() : String(digits)
    return UInt32(whole, radix: 16)
  }

  // Words

  private mutating func text(_ part: HTMLElement) {
    guard let x = ChartMetafile.number(part["x"]), let y = ChartMetafile.number(part["y"]) else {
      return
    }
    let shift = part["dy"].flatMap { $0.hasSuffix("em") ? Double($0.dropLast(2)) : nil } ?? 0
    let alignment: Metafile.Alignment =
      switch part["text-anchor"] {
      case "middle": .middle
      case "end": .end
      default: .start
      }
    file.text(
      part.words, at: ChartMetafile.point(x, y + shift * ChartMetafile.letters),
      size: ChartMetafile.units(ChartMetafile.letters),
      isBold: part.has(class: "valore") || part.has(class: "meta"), alignment, ChartMetafile.ink)
  }

  // Lines and shapes

  private mutating func path(_ part: HTMLElement) {
    let fill = ChartMetafile.colour(part["fill"])
    let stroke = ChartMetafile.colour(part["stroke"])
    let width = ChartMetafile.number(part["stroke-width"]) ?? 1
    file.pen(stroke, width: ChartMetafile.units(width))
    file.brush(fill)
    let dashes = (part["stroke-dasharray"] ?? "").split(separator: " ").compactMap { Double($0) }
    for outline in ChartOutline.all(in: part["d"] ?? "") {
      switch outline {
      case .circle(let x, let y, let radius):
        file.ellipse(
          from: ChartMetafile.point(x - radius, y - radius),
          to: ChartMetafile.point(x + radius, y + radius))
      case .points(let points, let isClosed):
        let all = points.map { ChartMetafile.point($0.x, $0.y) }
        if isClosed {
          file.polygon(all)
        } else if dashes.count == 2, points.count == 2 {
          self.dashes(points[0], points[1], dashes[0], dashes[1])
        } else {
          file.line(all)
        }
      }
    }
  }

  /// A line across or down in pieces: no pen of old does it at any width.
  private mutating func dashes(
    _ start: ChartOutline.Spot, _ end: ChartOutline.Spot, _ full: Double, _ empty: Double
  ) {
    let (across, down) = (end.x - start.x, end.y - start.y)
    let length = max(abs(across), abs(down))
    guard full > 0.5, empty > 0.5, length > 0, length < 10_000 else { return }
    var at = 0.0
    while at < length {
      let (first, last) = (at / length, min(at + full, length) / length)
      file.line([
        ChartMetafile.point(start.x + across * first, start.y + down * first),
        ChartMetafile.point(start.x + across * last, start.y + down * last),
      ])
      at += full + empty
    }
  }
}

/// One outline of a path's data, as charts have them: lines, boxes and circles.
enum ChartOutline {
  struct Spot {
    let x: Double
    let y: Double
  }

  case points([Spot], isClosed: Bool)
  case circle(x: Double, y: Double, radius: Double)

  static func all(in data: String) -> [ChartOutline] {
    var outlines: [ChartOutline] = []
    var points: [Spot] = []
    var isCircle = false
    for (command, numbers) in commands(in: data) {
      let last = points.last ?? Spot(x: 0, y: 0)
      switch (command, numbers.count) {
      case ("M", 2...):
        if points.count > 1 { outlines.append(.points(points, isClosed: false)) }
        points = [Spot(x: numbers[0], y: numbers[1])]
        isCircle = false
      case ("L", 2...): points.append(Spot(x: numbers[0], y: numbers[1]))
      case ("H", 1...): points.append(Spot(x: numbers[0], y: last.y))
      case ("V", 1...): points.append(Spot(x: last.x, y: numbers[0]))
      case ("a", 7...):
        // The first half of a circle says all of it.
        if !isCircle {
          outlines.append(.circle(x: last.x + numbers[0], y: last.y, radius: numbers[0]))
        }
        isCircle = true
      case ("z", _):
        if points.count > 1 { outlines.append(.points(points, isClosed: true)) }
        points = []
      default: break
      }
    }
    if points.count > 1 { outlines.append(.points(points, isClosed: false)) }
    return outlines
  }

  private static func commands(in data: String) -> [(Character, [Double])] {
    var commands: [(Character, [Double])] = []
    var digits = ""
    func settle() {
      if let number = Double(digits), !commands.isEmpty {
        commands[commands.count - 1].1.append(number)
      }
      digits = ""
    }
    for character in data {
      if character.isLetter {
        settle()
        commands.append((character, []))
      } else if character.isNumber || character == "." || character == "-" {
        digits.append(character)
      } else {
        settle()
      }
    }
    settle()
    return commands
  }
}
