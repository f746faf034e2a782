import NIOCore

/// The addresses by which other machines of the network reach this one.
package enum NetworkAddresses {
  /// Of IPv4 first, `127.0.0.1` where there is no network.
  package static var all: [String] {
    let devices = (try? System.enumerateDevices()) ?? []
    let addresses = devices.compactMap(\.address).filter { address in
      let text = address.ipAddress ?? ""
      return address.protocol == .inet && !text.hasPrefix("127.") && !text.hasPrefix("169.254.")
    }.compactMap(\.ipAddress)
    return addresses.isEmpty ? ["127.0.0.1"] : addresses
  }
}
