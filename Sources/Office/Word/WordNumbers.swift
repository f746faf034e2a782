/// The numbers before paragraphs, which the document does not hold and its program counts (ISO/IEC 29500-1, 17.9).
struct WordNumbers {
  private struct Level {
    var format = "decimal"
    var start = 1
    var text = "%1."
  }

  private struct List {
    let counted: String
    var levels: [Int: Level]
    /// The levels that begin anew with this list.
    let restarts: Set<Int>
  }

  private var lists: [String: List] = [:]
  private var counts: [String: [Int: Int]] = [:]
  private var begun: Set<String> = []

  init(_ tree: XMLTree?) {
    guard let root = tree?.root else { return }
    var abstract: [String: [Int: Level]] = [:]
    var linked: [String: String] = [:]
    var byStyle: [String: String] = [:]
    for list in root.all("w:abstractNum") {
      let id = list[attribute: "w:abstractNumId"] ?? ""
      abstract[id] = WordNumbers.levels(list)
      linked[id] = list.first("w:numStyleLink")?[attribute: "w:val"]
      if let style = list.first("w:styleLink")?[attribute: "w:val"] { byStyle[style] = id }
    }
    for list in root.all("w:num") {
      guard let id = list[attribute: "w:numId"],
        var name = list.first("w:abstractNumId")?[attribute: "w:val"]
      else { continue }
      if let style = linked[name], let real = byStyle[style] { name = real }
      var levels = abstract[name] ?? [:]
      var restarts: Set<Int> = []
      for change in list.all("w:lvlOverride") {
        let number = change[attribute: "w:ilvl"].flatMap { Int($0) } ?? 0
        for (level, own) in WordNumbers.levels(change) { levels[level] = own }
        if let start = change.first("w:startOverride")?[attribute: "w:val"].flatMap({ Int($0) }) {
          levels[number, default: Level()].start = start
          restarts.insert(number)
        }
      }
      lists[id] = List(counted: name, levels: levels, restarts: restarts)
    }
  }

  private static func levels(_ list: XMLElement) -> [Int: Level] {
    var found: [Int: Level] = [:]
    for level in list.all("w:lvl") {
      guard let number = level[attribute: "w:ilvl"].flatMap({ Int($0) }) else { continue }
      found[number] = Level(
        format: level.first("w:numFmt")?[attribute: "w:val"] ?? "decimal",
        start: level.first("w:start")?[attribute: "w:val"].flatMap { Int($0) } ?? 1,
        text: level.first("w:lvlText")?[attribute: "w:val"] ?? "")
    }
    return found
  }

  /// Counts a paragraph; nil for a list that is none.
  mutating func place(list id: String, level: Int) -> OfficeText.ListPlace? {
    guard id != "0", let list = lists[id], (0..<9).contains(level) else { return nil }
    let own = list.levels[level] ?? Level()
    var count = counts[list.counted] ?? [:]
    if begun.insert(id).inserted { for level in list.restarts { count[level] = nil } }
    count[level] = count[level].map { $0 &+ 1 } ?? own.start
    for deeper in level + 1..<9 { count[deeper] = nil }
    counts[list.counted] = count
    guard own.format != "bullet" else {
      return OfficeText.ListPlace(list: id, level: level, label: "", number: nil)
    }
    let number = count[level] ?? own.start
    let label =
      own.format == "none" && !own.text.contains("%")
      ? own.text : WordNumbers.label(own.text, count, list.levels)
    let isPlain =
      own.format == "decimal" && ["%\(level + 1).", "%\(level + 1))"].contains(own.text)
    return OfficeText.ListPlace(
      list: list.counted, level: level, label: label, number: isPlain ? number : nil)
  }

  private static func label(_ text: String, _ count: [Int: Int], _ levels: [Int: Level]) -> String {
    (1...9).reduce(text) { label, number in
      let level = levels[number - 1] ?? Level()
      return label.replacing(
        "%\(number)", with: word(count[number - 1] ?? level.start, level.format))
    }
  }

  static func word(_ number: Int, _ format: String) -> String {
    switch format {
    case "lowerLetter": return letters(number)
    case "upperLetter": return letters(number).uppercased()
    case "lowerRoman": return roman(number).lowercased()
    case "upperRoman": return roman(number)
    case "ordinal": return "\(number)º"
    case "decimalZero": return number < 10 ? "0\(number)" : "\(number)"
    case "none": return ""
    default: return "\(number)"
    }
  }

  /// a, …, z, aa, bb, as Word counts on.
  private static func letters(_ number: Int) -> String {
    guard number > 0, number <= 780 else { return "\(number)" }
    let letter = Character(Unicode.Scalar(UInt8(97 + (number - 1) % 26)))
    return String(repeating: letter, count: (number - 1) / 26 + 1)
  }

  private static func roman(_ number: Int) -> String {
    guard number > 0, number < 4000 else { return "\(number)" }
    var (rest, text) = (number, "")
    for (value, sign) in [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ] {
      while rest >= value { (rest, text) = (rest - value, text + sign) }
    }
    return text
  }
}
