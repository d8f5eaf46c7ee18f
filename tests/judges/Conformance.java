import java.io.FileInputStream;
import java.util.List;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Validates PDF files against PDF/A-2a and PDF/UA-1 with veraPDF, and prints the rules that each file breaks. */
public class Conformance {
    static final List<PDFAFlavour> FLAVOURS = List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1);

    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean allPass = files.length > 0;
        for (String file : files) {
            for (PDFAFlavour flavour : FLAVOURS) {
                allPass &= passes(file, flavour);
            }
        }
        System.exit(allPass ? 0 : 1);
    }

    static boolean passes(String file, PDFAFlavour flavour) throws Exception {
        try (VeraPDFFoundry foundry = Foundries.defaultInstance();
                PDFAParser parser = foundry.createParser(new FileInputStream(file), flavour)) {
            PDFAValidator validator = foundry.createValidator(flavour, 1000, false, false, false);
            ValidationResult result = validator.validate(parser);
            TreeSet<String> broken = new TreeSet<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    broken.add(assertion.getRuleId().getClause() + ": " + assertion.getMessage());
                }
            }
            String verdict = result.isCompliant() ? "PASS" : "FAIL";
            System.out.println(verdict + " " + flavour.getId() + " " + file);
            broken.forEach(rule -> System.out.println("     " + rule));
            return result.isCompliant() && result.getTotalAssertions() > 0;
        }
    }
}
