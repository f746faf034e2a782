import Foundation

/// Checks a document against a JSON Schema, with the few keywords that the program's schemas have.
///
/// `Tests/Pages/data.py` asks a complete validator; this one needs nothing but the tests.
struct SchemaCheck {
  private let schema: [String: Any]
  private let definitions: [String: Any]

  init(_ bytes: [UInt8]) throws {
    schema = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] ?? [:]
    definitions = schema["$defs"] as? [String: Any] ?? [:]
  }

  func findings(in document: Any) -> [String] { findings(document, schema, "") }

  private func findings(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    if let name = (schema["$ref"] as? String)?.split(separator: "/").last {
      guard let definition = definitions[String(name)] as? [String: Any] else {
        return ["\(path): no definition \(name)"]
      }
      return findings(value, definition, path)
    }
    if let known = schema["enum"] as? [String] {
      return known.contains(value as? String ?? "") ? [] : ["\(path): not in the list"]
    }
    if let constant = schema["const"] as? Int {
      return value as? Int == constant ? [] : ["\(path): not \(constant)"]
    }
    let types = schema["type"] as? [String] ?? [schema["type"] as? String ?? ""]
    guard types.contains(where: { isA($0, value) }) else { return ["\(path): not a \(types)"] }
    if let pattern = schema["pattern"] as? String, let text = value as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      return ["\(path): not of the form \(pattern)"]
    }
    if let members = value as? [String: Any] { return inside(members, schema, path) }
    guard let items = schema["items"] as? [String: Any], let values = value as? [Any] else {
      return []
    }
    return values.enumerated().flatMap { findings($1, items, "\(path)[\($0)]") }
  }

  private func inside(_ members: [String: Any], _ schema: [String: Any], _ path: String) -> [String]
  {
    let known = schema["properties"] as? [String: [String: Any]] ?? [:]
    let required = schema["required"] as? [String] ?? []
    let prefix = path.isEmpty ? "" : path + "."
    let missing = required.filter { members[$0] == nil }.map { prefix + $0 + ": missing" }
    return missing
      + members.sorted { $0.key < $1.key }.flatMap { name, value -> [String] in
        guard let member = known[name] else { return [prefix + name + ": not described"] }
        return findings(value, member, prefix + name)
      }
  }

  private func isA(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "null": value is NSNull
    case "integer": value is Int
    case "number": value is NSNumber
    case "boolean": value is Bool
    default: false
    }
  }
}
