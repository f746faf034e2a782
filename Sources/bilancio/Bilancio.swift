import Commands
import Glibc

/// The process: everything is in `Commands`, where tests reach it.
@main
enum Main {
  static func main() async {
    exit(await Bilancio.run())
  }
}
