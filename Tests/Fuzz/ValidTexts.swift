import Files

/// Texts that an author could have written, from a small grammar, so that rounds reach pages.
struct ValidTexts {
  private var chance: Chance

  init(_ chance: Chance) { self.chance = chance }

  /// Files to lay over the base of the golden cases.
  mutating func folder(over base: Folder) -> Folder {
    var texts: [String: String] = ["2021/serie.yml": series(), "2021/serie.csv": table()]
    for objective in 1...1 + chance.below(3) {
      texts["2021/\(objective)-tema/obiettivo.md"] = """
        ---
        tipo: obiettivo
        id: tema-\(objective)
        numero: "\(chance.one(of: ["\(objective)", "1.\(objective)", "\(objective).bis", "0\(objective)"]))"
        titolo: \(phrase())
        aggiornato_il: 2021-12-31
        ---

        \(body(of: objective))
        """
      for number in 1...1 + chance.below(3) {
        texts["2021/\(objective)-tema/\(number)-azione-\(objective).md"] = """
          ---
          tipo: realizzazione
          numero: \(number)
          titolo: \(phrase())
          in_breve: \(sentence())
          ufficio: scuola
          stato: \(chance.one(of: ["completata", "in corso", "da avviare"]))
          stato_al: 2021-12-31
          beneficiari: [famiglie]
          aggiornato_il: 2021-12-31
          ---

          \(body(of: objective))
          """
      }
    }
    let kept = base.texts.filter { texts[$0.path] == nil }
    return Folder(
      root: base.root,
      texts: (kept + texts.map { Folder.Text(path: $0.key, text: $0.value) }).sorted {
        $0.path < $1.path
      }, assets: base.assets)
  }

  // Figures

  private mutating func number() -> String {
    let digits = String(chance.next() % (1 << UInt64(1 + chance.below(62))))
    return chance.below(3) == 0 ? "\(digits.suffix(12)),\(chance.below(90) + 10)" : digits
  }

  private mutating func series() -> String {
    var text = """
      tipo: indicatore
      id: serie
      nome: \(phrase())
      definizione: \(sentence())
      misura: \(chance.one(of: ["conteggio", "importo", "percentuale", "tasso", "indice"]))
      unita: \(chance.one(of: ["bambini", "euro", "milioni di euro", "per 1000 abitanti", "punti"]))
      verso: \(chance.one(of: ["alto_meglio", "basso_meglio", "contesto"]))
      fonte: registro-iscritti
      responsabile: scuola
      metodo: \(sentence())
      osservazioni:

      """
    for year in 2018 - chance.below(4)...2021 {
      text += "  - periodo: \(year)\n    valore: \"\(number())\"\n"
      if chance.below(4) == 0 { text += "    nota: \(sentence())\n" }
    }
    return text
  }

  private mutating func table() -> String {
    let separator = chance.one(of: [",", ";", "\t"])
    var text = ["periodo", "valore", "nota"].joined(separator: separator) + "\n"
    for year in 2018...2021 {
      text +=
        ["\(year)", "\"\(number())\"", chance.one(of: ["", "p", "\"a;b\""])]
        .joined(separator: separator) + "\n"
    }
    return text
  }

  // Words

  private static let words = [
    "mensa", "scuola", "via Roma", "bambini", "il Comune", "nuova", "bilancio", "è", "più",
    "perché",
    "42", "1.234", "3,5 %", "2 milioni", "marzo", "l'anno", "AI_2", "C++", "a*b", "<5", "&",
    "100 €",
    "«voce»", "x_y_z", "[sic]", "#1", "http", "10/2021", "🎉", "città",
  ]

  private mutating func phrase() -> String {
    "Tema "
      + (0...chance.below(5)).map { _ in
        chance.one(of: [
          "mensa", "scuola", "verde", "strade", "Note", "Fase 2", "Fase", "Footer", "bilancio",
        ])
      }.joined(separator: " ")
  }

  private mutating func sentence() -> String {
    let count = 2 + chance.below(9)
    return "La "
      + (0..<count).map { _ in
        chance.one(of: ["mensa", "scuola", "aperta", "nuova", "per", "tutti"])
      }
      .joined(separator: " ") + "."
  }

  private mutating func inline(_ depth: Int = 0) -> String {
    let word = chance.one(of: ValidTexts.words)
    guard depth < 3 else { return word }
    switch chance.below(12) {
    case 0: return "*\(inline(depth + 1))*"
    case 1: return "**\(inline(depth + 1))**"
    case 2: return "`\(word)`"
    case 3: return "[\(inline(3))](https://www.esempio.it/\(chance.below(9)))"
    case 4: return "[](dato:iscritti@\(2020 + chance.below(2)))"
    case 5: return "[](dato:serie@2021)"
    case 6: return "[\(word)](pagina:scuole)"
    case 7: return "[](variazione:serie@2020..2021)"
    case 8: return "\(word)[^1]"
    case 9: return "~~\(inline(depth + 1))~~"
    default: return word + " " + inline(depth + 1)
    }
  }

  private mutating func paragraph() -> String {
    (0...chance.below(6)).map { _ in inline() }.joined(separator: " ") + "."
  }

  private mutating func block(_ depth: Int = 0) -> String {
    switch chance.below(depth < 3 ? 9 : 3) {
    case 0: return "## \(phrase())"
    case 1: return "### \(phrase())"
    case 3: return (0...chance.below(5)).map { _ in "- \(inline(1))" }.joined(separator: "\n")
    case 4: return (1...2 + chance.below(5)).map { "\($0). \(inline(1))" }.joined(separator: "\n")
    case 5:
      return block(depth + 1).split(separator: "\n", omittingEmptySubsequences: false)
        .map { "> " + $0 }.joined(separator: "\n")
    case 6:
      let rows = (0...chance.below(4)).map { _ in
        "| \(chance.one(of: ValidTexts.words)) | \(number()) |"
      }
      return "| Voce | 2021 |\n| --- | ---: |\n" + rows.joined(separator: "\n")
    case 7: return "- \(inline(1))\n\n  \(block(3))"
    case 8: return "- [x] \(inline(1))\n- [ ] \(inline(1))"
    default: return paragraph()
    }
  }

  private mutating func body(of number: Int) -> String {
    ([paragraph()] + (0...chance.below(8)).map { _ in block() }).joined(separator: "\n\n")
      + "\n\n[^1]: \(sentence())\n"
  }
}
