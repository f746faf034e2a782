import Glibc

/// Whoever runs the program.
enum OperatingUser {
  /// The name that the machine knows, else the login.
  static var name: String {
    guard let entry = unsafe getpwuid(getuid()) else { return "\(getuid())" }
    let full = unsafe entry.pointee.pw_gecos.map { unsafe String(cString: $0) } ?? ""
    let name = full.prefix { $0 != "," }
    return unsafe name.isEmpty ? String(cString: entry.pointee.pw_name) : String(name)
  }
}
