import Diagnostics
import Scaffolding
import SocialReport

/// The questions of a beginning, one line each, with what is taken where nothing is answered.
enum Questions {
  /// - Throws: `Failure` at the end of input; nothing was written then.
  static func ask() throws -> Answers {
    Terminal.error(
      Speech.say(
        "Tre domande, poi scrivo i primi file. Invio accetta quello tra parentesi; Ctrl-C lascia tutto com'è.",
        "Three questions, then the first files are written. Enter takes what is in brackets; Ctrl-C leaves all as it is."
      ))
    let municipality = try name(
      Speech.say(
        "Il Comune, per esempio «Comune di Borgo»: ", "The municipality, as «Comune di Borgo»: "))
    let year = try self.year()
    let offices = try self.offices()
    return Answers(municipality: municipality, year: year, offices: offices)
  }

  private static func name(_ question: String) throws -> AnsweredText {
    while true {
      if let name = AnsweredText(try line(question)) { return name }
      Terminal.error(Speech.say("  Serve un nome.", "  A name is needed."))
    }
  }

  private static func year() throws -> Int {
    let usual = Today.date.year - 1
    while true {
      let answer = AnsweredText(
        try line(
          Speech.say(
            "L'anno di cui si rende conto [\(usual)]: ", "The year it is about [\(usual)]: ")))
      guard let answer else { return usual }
      if let year = Int(answer.text), Answers.years.contains(year) { return year }
      Terminal.error(Speech.say("  Un anno di quattro cifre.", "  A year of four digits."))
    }
  }

  private static func offices() throws -> [AnsweredText] {
    let usual = Speech.say("Segreteria generale", "General secretary")
    let answer = try line(
      Speech.say(
        "Gli uffici che scrivono, con virgole in mezzo [\(usual)]: ",
        "The offices that write, with commas between [\(usual)]: "))
    let offices = answer.split { ",;".contains($0) }.compactMap { AnsweredText(String($0)) }
    return offices.isEmpty ? [AnsweredText(usual)].compactMap(\.self) : offices
  }

  private static func line(_ question: String) throws -> String {
    guard let answer = Terminal.ask(question) else {
      throw Failure(
        Phrase(it: "mi sono fermato: non ho scritto niente", en: "stopped: nothing was written"),
        Speech.language)
    }
    return answer
  }
}
