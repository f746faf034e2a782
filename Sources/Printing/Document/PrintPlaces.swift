/// On which page of a print the elements of its document begin, as the engine says.
package struct PrintPlaces: Sendable {
  /// The pages by the numbers of elements.
  let pages: [Int: Int]

  /// What the engine is asked with, and what a source calls to mark a place.
  static let name = "bilancio-place"
  static let label = "<\(name)>"

  static let definition =
    "#let \(name)(number) = context [#metadata((number, here().page()))#label(\"\(name)\")]"

  init(pages: [Int: Int]) { self.pages = pages }

  /// Reads the engine's answer: a list of pairs of whole numbers, whatever stands between them.
  ///
  /// - Returns: nil for what is none.
  init?(answer: String) {
    var numbers: [Int] = []
    for digits in answer.split(whereSeparator: { !("0"..."9").contains($0) }) {
      guard let number = Int(digits) else { return nil }
      numbers.append(number)
    }
    guard !numbers.isEmpty, numbers.count % 2 == 0 else { return nil }
    var pages: [Int: Int] = [:]
    for index in stride(from: 0, to: numbers.count, by: 2) {
      let page = numbers[index + 1]
      pages[numbers[index]] = min(pages[numbers[index]] ?? page, page)
    }
    self.pages = pages
  }

  /// The pages that begin before an element, by its number.
  ///
  /// A page begins before the first element that begins on it, and before the headings above that, which are never
  /// parted from what follows them. A page on which nothing begins is in the midst of what began before it.
  func breaks(in nodes: [HTMLNode]) -> [Int: Int] {
    var breaks: [Int: Int] = [:]
    var known: Set<Int> = []
    var heading: Int?
    nodes.visit { element in
      if let page = pages[element.number] {
        if known.insert(page).inserted { breaks[heading ?? element.number] = page }
        heading = nil
      } else if element.level != nil {
        heading = heading ?? element.number
      } else if ["figure", "svg", "pre", "table", "img", "hr"].contains(element.name) {
        heading = nil
      }
    }
    return breaks
  }
}
