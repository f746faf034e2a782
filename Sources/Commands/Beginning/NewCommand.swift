import ArgumentParser
import Diagnostics

/// `bilancio new`: the first files of a report, or one record more.
struct NewCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      named: "new", "nuovo",
      abstract: Speech.say(
        "Comincia un bilancio in una cartella vuota, o aggiunge un obiettivo, un atto, un ufficio…",
        "Begins a report in an empty folder, or adds an objective, an act, an office…"),
      discussion: Speech.say(
        """
        In una cartella vuota chiede il Comune, l'anno e gli uffici, e scrive i primi file; non tocca mai \
        un file che c'è. Senza domande:

          bilancio nuovo --comune "Comune di Borgo" --anno 2024 --ufficio Scuola
          bilancio nuovo --esempio       un esempio già scritto, da guardare

        Poi aggiunge una cosa alla volta, con il suo numero e il suo nome:

          bilancio nuovo obiettivo "Meno rifiuti in discarica"
          bilancio nuovo realizzazione --obiettivo 1 "Raccolta porta a porta"
        """,
        """
        In an empty folder it asks for the municipality, the year and the offices, and writes the first \
        files; a file that is there is never touched. Without questions:

          bilancio new --municipality "Comune di Borgo" --year 2024 --office Schools
          bilancio new --example         an example that is filled, to look at

        Then it adds one thing at a time, with its number and its name:

          bilancio new objective "Less waste in landfill"
          bilancio new achievement --objective 1 "Door-to-door collection"
        """),
      subcommands: [NewReport.self] + NewCommand.records, defaultSubcommand: NewReport.self)
  }

  static let records: [any ParsableCommand.Type] = [
    NewObjective.self, NewAchievement.self, NewIndicator.self, NewAct.self, NewSource.self,
    NewContext.self, NewOffice.self, NewTerm.self, NewArea.self, NewEdition.self,
  ]
}
