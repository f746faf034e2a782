import Diagnostics

extension SearchIndex {
  /// Of a shard before it is packed, in bytes.
  private static let size = (postings: 8_000, texts: 12_000)
  /// What the page's script has to understand; it changes with the form of the files.
  private static let version = "1"

  /// The files of the index, the same bytes for the same documents.
  ///
  /// - Parameters:
  ///   - folder: where they go, relative to the site's root, ending in `/`.
  ///   - digits: what a name ends in, so that it changes with the content.
  package func files(in folder: String, digits: ([UInt8]) -> String) -> [SearchFile] {
    var files: [SearchFile] = []
    func shards(
      _ kind: String, _ texts: some Sequence<[UInt8]>, _ size: Int, between: UInt8
    ) -> (names: [UInt8], counts: [Int]) {
      var names: [UInt8] = []
      var counts: [Int] = []
      var (shard, count): ([UInt8], Int) = ([], 0)
      func end() {
        guard count > 0 else { return }
        let mark = digits(shard)
        files.append(SearchFile("\(folder)\(kind)\(counts.count)-\(mark)", shard))
        names += mark.utf8
        counts.append(count)
        (shard, count) = ([], 0)
      }
      for text in texts {
        if count > 0, shard.count + text.count > size { end() }
        if count > 0 { shard.append(between) }
        shard += text
        count += 1
      }
      end()
      return (names, counts)
    }
    let postings = shards("p", self.postings, SearchIndex.size.postings, between: 0x20)
    let texts = shards("t", rows.lazy.map { Array($0.utf8) }, SearchIndex.size.texts, between: 0x0A)
    let lines: [[UInt8]] = [
      Array(SearchIndex.version.utf8), Array(language.rawValue.utf8),
      Array(LetterFolding.text.utf8), Array(stopWords.joined(separator: " ").utf8),
      Digits.text(pages), postings.names, Digits.text(postings.counts), texts.names,
      Digits.text(texts.counts), vocabulary,
    ]
    let entry = SearchFile(
      folder + SearchFile.entryName.dropLast(SearchFile.ending.count),
      Array(lines.joined(separator: [0x0A])))
    return [entry] + files
  }

  /// The terms with blanks between them, each as how many letters it shares with the one before, and the rest.
  private var vocabulary: [UInt8] {
    var text: [UInt8] = []
    var last: [Unicode.Scalar] = []
    for term in terms {
      let letters = Array(term.unicodeScalars)
      let shared = min(63, zip(last, letters).prefix { $0 == $1 }.count)
      if !text.isEmpty { text.append(0x20) }
      Digits.append(shared, to: &text)
      for letter in letters[shared...] { text += String(letter).utf8 }
      last = letters
    }
    return text
  }
}
