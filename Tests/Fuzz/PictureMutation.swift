/// Pictures as broken programs and ill will make them.
enum PictureMutation {
  static func mutated(_ head: [UInt8], _ chance: inout Chance) -> [UInt8] {
    switch chance.below(4) {
    case 0: return Array(svg(&chance).utf8)
    case 1: return binary(&chance)
    case 2: return Array(head.prefix(chance.below(head.count + 1)))
    default: return Mutation.mutated(head, &chance)
    }
  }

  private static let lengths =
    Mutation.extremes + [
      "10", "20.4", "100000", "100001", "99999.5", "1e5", "30px", "5cm", "3em", "50%", ".5",
      "-.5e-3", "",
    ]

  /// Tags of any sizes, in any order, quotes and number.
  private static func svg(_ chance: inout Chance) -> String {
    var text = chance.one(of: [
      "", "<?xml version=\"1.0\"?>", "<!-- <svg> -->", "\u{FEFF}", "<!DOCTYPE svg>",
    ])
    text += chance.one(of: ["<svg", "<svg ", "<svg\n", "<SVG", "<svg:svg"])
    for _ in 0...chance.below(4) {
      let quote = chance.one(of: ["\"", "'", "\"", ""])
      let name = chance.one(of: ["width", "height", "viewBox", "viewbox", "xmlns", "WIDTH"])
      let count = name.lowercased() == "viewbox" ? [4, 4, 4, 3, 5][chance.below(5)] : 1
      let values = (0..<count).map { _ in chance.one(of: lengths) }
      let separator = chance.one(of: [" ", ",", " , ", "\t"])
      text += " \(name)=\(quote)\(values.joined(separator: separator))\(quote)"
    }
    return text + chance.one(of: [">", "/>", "", "></svg>"])
  }

  private static let signs: [[UInt8]] = [
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], Array("GIF89a".utf8),
    [0xFF, 0xD8, 0xFF, 0xE1],
    [0xFF, 0xD8, 0xFF, 0xC0], Array("RIFF\0\0\0\0WEBPVP8X".utf8),
    Array("RIFF\0\0\0\0WEBPVP8L".utf8),
    Array("RIFF\0\0\0\0WEBPVP8 ".utf8), Array("\0\0\0\u{1C}ftypavif".utf8),
    [0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF] + Array("Exif\0\0MM\0*".utf8),
    [0xFF, 0xD8, 0xFF, 0xE1, 0, 20] + Array("Exif\0\0II*\0".utf8),
  ]

  private static func binary(_ chance: inout Chance) -> [UInt8] {
    let filling: [UInt8] = [0, 0xFF, 0x7F, 0x80, 1]
    let constant = filling[chance.below(filling.count)]
    let isConstant = chance.below(2) == 0
    return signs[chance.below(signs.count)]
      + (0..<chance.below(64)).map { _ in
        isConstant ? constant : UInt8(truncatingIfNeeded: chance.next())
      }
  }
}
