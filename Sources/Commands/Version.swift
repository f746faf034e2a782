/// The program's version; packages take it from here (`make packages`).
enum Version {
  static let text = "0.1.0"
}
