import java.io.File;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Extracts the text of PDF files with Apache PDFBox, which Tika and Solr use: FILE.pdf to FILE.pdf.pdfbox.txt. */
public class Extract {
    public static void main(String[] files) throws Exception {
        for (String file : files) {
            try (PDDocument document = PDDocument.load(new File(file));
                    FileOutputStream out = new FileOutputStream(file + ".pdfbox.txt")) {
                out.write(new PDFTextStripper().getText(document).getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
