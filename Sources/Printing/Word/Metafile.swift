/// A drawing as an enhanced metafile ([MS-EMF]), which word processors have always shown, at any size.
struct Metafile {
  struct Point {
    let x: Int32
    let y: Int32
  }

  enum Alignment: UInt32 {
    // On the line that letters stand on.
    case start = 24
    case end = 26
    case middle = 30
  }

  private var records: [UInt8] = []
  private var count: UInt32 = 1
  private let width: Int32
  private let height: Int32

  /// How many pens, brushes and fonts there are; none is given up before the end.
  private var things: UInt32 = 0
  /// The two fonts, by whether they are bold.
  private var fonts: [Bool: UInt32] = [:]

  /// - Parameters:
  ///   - width: in the units of its points.
  init(width: Int32, height: Int32) {
    (self.width, self.height) = (max(width, 1), max(height, 1))
    add(17, [8])
    add(9, [UInt32(bitPattern: self.width), UInt32(bitPattern: self.height)])
    add(10, [0, 0])
    add(11, [UInt32(bitPattern: deviceSize.x), UInt32(bitPattern: deviceSize.y)])
    add(12, [0, 0])
    add(18, [1])
  }

  // Records

  private mutating func add(_ kind: UInt32, _ values: [UInt32], _ rest: [UInt8] = []) {
    Metafile.append(kind, to: &records)
    Metafile.append(UInt32(truncatingIfNeeded: 8 + 4 * values.count + rest.count), to: &records)
    for value in values { Metafile.append(value, to: &records) }
    records += rest
    count &+= 1
  }

  private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    for shift in [0, 8, 16, 24] as [UInt32] {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  private static func append(_ value: UInt16, to bytes: inout [UInt8]) {
    bytes.append(UInt8(truncatingIfNeeded: value))
    bytes.append(UInt8(truncatingIfNeeded: value >> 8))
  }

  /// - Parameter colour: red, green, blue, as `0xrrggbb`.
  private static func reference(_ colour: UInt32) -> UInt32 {
    colour >> 16 & 0xFF | colour & 0xFF00 | (colour & 0xFF) << 16
  }

  // Drawing

  /// - Parameter colour: nil for no line.
  mutating func pen(_ colour: UInt32?, width: Int32) {
    things &+= 1
    add(
      38,
      [
        things, colour == nil ? 5 : 0, UInt32(bitPattern: width), 0,
        Metafile.reference(colour ?? 0),
      ])
    add(37, [things])
  }

  /// - Parameter colour: nil for what is not filled.
  mutating func brush(_ colour: UInt32?) {
    things &+= 1
    add(39, [things, colour == nil ? 1 : 0, Metafile.reference(colour ?? 0), 0])
    add(37, [things])
  }

  private mutating func font(size: Int32, isBold: Bool) {
    if let known = fonts[isBold] { return add(37, [known]) }
    var font = [UInt8]()
    for value in [-size, 0, 0, 0, isBold ? 700 : 400] as [Int32] {
      Metafile.append(UInt32(bitPattern: value), to: &font)
    }
    font += [0, 0, 0, 1, 0, 0, 0, 0]
    for letter in "Arial".utf16 { Metafile.append(letter, to: &font) }
    // The names and the measures that a font may be told by besides, of which it has none.
    font += [UInt8](repeating: 0, count: 320 - font.count)
    things &+= 1
    fonts[isBold] = things
    add(82, [things], font)
    add(37, [things])
  }

  mutating func line(_ points: [Point]) { shape(4, points) }

  mutating func polygon(_ points: [Point]) { shape(3, points) }

  private mutating func shape(_ kind: UInt32, _ points: [Point]) {
    guard points.count > 1 else { return }
    var values: [UInt32] = [0, 0, UInt32(bitPattern: width), UInt32(bitPattern: height)]
    values.append(UInt32(truncatingIfNeeded: points.count))
    for point in points { values += [UInt32(bitPattern: point.x), UInt32(bitPattern: point.y)] }
    add(kind, values)
  }

  mutating func ellipse(from start: Point, to end: Point) {
    add(42, [start.x, start.y, end.x, end.y].map { UInt32(bitPattern: $0) })
  }

  /// - Parameter size: the same for all texts.
  mutating func text(
    _ text: String, at point: Point, size: Int32, isBold: Bool, _ alignment: Alignment,
    _ colour: UInt32
  ) {
    font(size: size, isBold: isBold)
    add(22, [alignment.rawValue])
    add(24, [Metafile.reference(colour)])
    let letters = Array(text.utf16)
    var bytes: [UInt8] = []
    for letter in letters { Metafile.append(letter, to: &bytes) }
    while bytes.count % 4 != 0 { bytes.append(0) }
    let widths = UInt32(truncatingIfNeeded: 76 + bytes.count)
    for letter in letters {
      let width = size * Metafile.width(of: letter) / 1000
      Metafile.append(UInt32(bitPattern: width), to: &bytes)
    }
    let place = [point.x, point.y].map { UInt32(bitPattern: $0) }
    add(
      84,
      [0, 0, UInt32(bitPattern: width), UInt32(bitPattern: height), 2, 0, 0] + place
        + [UInt32(truncatingIfNeeded: letters.count), 76, 0, 0, 0, 0, 0, widths], bytes)
  }

  /// How wide a letter of the font is, in thousandths of its size; those that charts seldom have are as wide as a digit.
  private static func width(of letter: UInt16) -> Int32 {
    guard letter < 128 else { return letter == 0xB0 ? 400 : 556 }
    let sign = Character(Unicode.Scalar(UInt8(truncatingIfNeeded: letter)))
    return widths.first { $0.signs.contains(sign) }?.width ?? 556
  }

  private static let widths: [(signs: Set<Character>, width: Int32)] = [
    (Set("ijl'"), 222), (Set(" !,./:;I[]ft|"), 278), (Set("()-r\""), 333), (Set("ckJsvxyz"), 500),
    (Set("FTZ"), 611), (Set("ABEKPSVXY&"), 667), (Set("CDHNRUw"), 722), (Set("GOQ"), 778),
    (Set("mM"), 833), (Set("%W"), 920),
  ]

  // The whole

  /// In pixels of a screen of 96 to the inch.
  private var deviceSize: Point {
    Point(x: 310, y: Int32(clamping: max(310 * Int64(height) / Int64(width), 1)))
  }

  /// - Returns: its bytes.
  func file() -> [UInt8] {
    var whole = self
    whole.add(14, [0, 16, 20])
    let (pixels, length) = (deviceSize, 88 + whole.records.count)
    var file: [UInt8] = []
    let size = [pixels.x, pixels.y].map { UInt32(bitPattern: $0) }
    // A pixel is 26.46 hundredths of a millimetre.
    let frame = [pixels.x, pixels.y].map { UInt32(clamping: Int64($0) * 2646 / 100) }
    for value in [1, 88, 0, 0] + size + [0, 0] + frame + [0x464D_4520, 0x1_0000] {
      Metafile.append(value, to: &file)
    }
    Metafile.append(UInt32(truncatingIfNeeded: length), to: &file)
    Metafile.append(whole.count, to: &file)
    Metafile.append(UInt16(truncatingIfNeeded: whole.things + 1), to: &file)
    Metafile.append(UInt16(0), to: &file)
    for value in [0, 0, 0, 1920, 1080, 508, 286] as [UInt32] { Metafile.append(value, to: &file) }
    return file + whole.records
  }
}
