/// The words that multiply the number before them.
package enum MagnitudeWords {
  package static func power(of word: String) -> Int? {
    switch word {
    case "mila", "migliaia", "thousand", "thousands": 3
    case "milione", "milioni", "mln", "million", "millions": 6
    case "miliardo", "miliardi", "mld", "billion", "billions", "bn": 9
    default: nil
    }
  }
}
