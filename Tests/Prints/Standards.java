import java.io.File;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Holds a PDF against the profiles of veraPDF, which come in its jar as XML.
 *
 * The jar lacks what its own start reads them with, so they are read here.
 *
 *     java -cp JAR Standards.java PDF PDFUA_1=PDFUA-1.xml PDFA_2_A=PDFA-2A.xml
 */
public class Standards {
  public static void main(String[] arguments) throws Exception {
    java.util.logging.LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    for (int number = 1; number < arguments.length; number++) {
      String[] pair = arguments[number].split("=");
      PDFAFlavour flavour = PDFAFlavour.valueOf(pair[0]);
      check(new File(arguments[0]), flavour, profile(flavour, pair[1]));
    }
  }

  /** Prints the name of a profile, how many of its rules there are, and each one that is broken. */
  static void check(File file, PDFAFlavour flavour, ValidationProfile profile) throws Exception {
    try (var parser = Foundries.defaultInstance().createParser(file, flavour);
        var validator =
            Foundries.defaultInstance().createValidator(profile, 10_000, false, false, false)) {
      var result = validator.validate(parser);
      System.out.println(flavour + " " + profile.getRules().size() + " rules, "
          + (result.isCompliant() ? "kept" : "broken"));
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() == TestAssertion.Status.FAILED) {
          System.out.println("  " + assertion.getRuleId().getClause() + "-"
              + assertion.getRuleId().getTestNumber() + " " + assertion.getMessage() + " at "
              + assertion.getLocation().getContext());
        }
      }
    }
  }

  static ValidationProfile profile(PDFAFlavour flavour, String name) throws Exception {
    var loader = PDFAFlavour.class.getClassLoader();
    try (var stream = loader.getResourceAsStream("org/verapdf/pdfa/validation/" + name)) {
      Element root =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream).getDocumentElement();
      Set<Rule> rules = new LinkedHashSet<>();
      for (Element rule : below(root, "rule")) rules.add(rule(rule));
      Set<Variable> variables = new LinkedHashSet<>();
      for (Element variable : below(root, "variable")) {
        variables.add(Profiles.variableFromValues(variable.getAttribute("name"),
            variable.getAttribute("object"), text(variable, "defaultValue"), text(variable, "value")));
      }
      return Profiles.profileFromValues(flavour,
          Profiles.profileDetailsFromValues(name, name, "veraPDF", new Date(0)), "", rules, variables);
    }
  }

  static Rule rule(Element rule) {
    Element id = below(rule, "id").get(0);
    Element error = below(rule, "error").get(0);
    List<ErrorArgument> words = new ArrayList<>();
    for (Element word : below(error, "argument")) {
      words.add(ErrorArgumentImpl.fromValues(word.getTextContent(), word.getAttribute("name"), null));
    }
    String deferred = rule.getAttribute("deferred");
    return Profiles.ruleFromValues(
        Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
        rule.getAttribute("object"), deferred.isEmpty() ? null : Boolean.valueOf(deferred),
        rule.getAttribute("tags"), text(rule, "description"), text(rule, "test"),
        Profiles.errorFromValues(text(error, "message"), words), List.of());
  }

  static List<Element> below(Element element, String name) {
    NodeList nodes = element.getElementsByTagName(name);
    List<Element> result = new ArrayList<>();
    for (int number = 0; number < nodes.getLength(); number++) {
      Node node = nodes.item(number);
      if (node instanceof Element found) result.add(found);
    }
    return result;
  }

  static String text(Element element, String name) {
    List<Element> found = below(element, name);
    return found.isEmpty() ? "" : found.get(0).getTextContent();
  }
}
