import ArgumentParser
import Diagnostics
import Preview

/// Options of the commands that show the site at an address of this machine.
struct ServingOptions: ParsableArguments {
  @Option(
    name: .named("port", "porta"),
    help: .words(
      "La porta; se è occupata, la prima libera dopo.",
      "The port; where it is taken, the next free one.", value: ("porta", "port")))
  var port = 8080

  @Flag(
    help: .words(
      "Guarda i file ogni mezzo secondo o poco più, dove il sistema non avvisa dei cambiamenti.",
      "Looks at the files about twice a second, where the system tells no changes."))
  var scan = false

  @Flag(
    name: .named("quiet", "zitto", short: "q"),
    help: .words("Scrive solo gli indirizzi.", "Writes only the addresses."))
  var quiet = false

  func validate() throws {
    guard (0...65535).contains(port) else {
      throw ValidationError(
        Speech.say(
          "--porta: una porta è un numero da 0 a 65535",
          "--port: a port is a number from 0 to 65535"
        ))
    }
  }

  func apply(to settings: inout Preview.Settings) {
    settings.port = port
    settings.method = scan ? .scans : nil
  }
}
