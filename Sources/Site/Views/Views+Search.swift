import Theme

/// What templates of the search see, and of the index from A to Z.
extension Views {
  static let searchPages: [String: ViewShape] = [
    "search": page([
      "action": .text, "entry": .text, "letters": .list(letter), "others": .list(link),
      "is_split": .flag,
    ]),
    "letter": page(["letters": .list(letter), "subjects": .list(subject)]),
  ]

  static let searchComponents: [String: ViewShape] = [
    "search": .record(["action": .text, "entry": .text, "others": .list(link)]),
    "letters": .record(["letters": .list(letter)]),
    "subjects": letter,
  ]

  private static let letter = ViewShape.record([
    "id": .text, "label": .text, "url": .text, "current": .flag, "subjects": .list(subject),
  ])
  private static let subject = ViewShape.record(["label": .text, "url": .text, "kind": .text])
}
