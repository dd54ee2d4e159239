package dev.chartwright.provenance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;

/**
 * A text with a signature below it.
 *
 * @param text what was signed, without dash escapes; lines end with LF
 * @param signatures below it
 */
record ClearText(String text, List<PGPSignature> signatures) {
    private static final String BEGIN = "-----BEGIN PGP SIGNED MESSAGE-----";
    private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";
    private static final String END = "-----END PGP SIGNATURE-----";
    private static final String DASH = "-";
    private static final String ESCAPE = "- ";

    /** Each costs a look at the whole text; Helm makes one. */
    private static final int MOST_SIGNATURES = 16;

    private static final int LONGEST_SIGNATURE = 64 * 1024;

    /** Nothing but one signed text: what stands before or behind it would not be signed. */
    static Optional<ClearText> parse(byte[] content) {
        // A lone CR is no line end here, so that what is compared is what is signed.
        List<String> lines = List.of(new String(content, StandardCharsets.UTF_8)
                .replace("\r\n", "\n")
                .stripTrailing()
                .split("\n", -1));
        int blank = lines.indexOf("");
        int armor = lines.indexOf(SIGNATURE);
        boolean framed = lines.get(0).equals(BEGIN)
                && blank > 0
                && blank < armor
                && lines.indexOf(END) == lines.size() - 1
                && lines.lastIndexOf(SIGNATURE) == armor;
        return framed && lines.subList(1, blank).stream().allMatch(line -> line.startsWith("Hash: "))
                ? signed(lines.subList(blank + 1, armor), lines.subList(armor, lines.size()))
                : Optional.empty();
    }

    private static Optional<ClearText> signed(List<String> body, List<String> armor) {
        if (body.stream().anyMatch(line -> line.startsWith(DASH) && !line.startsWith(ESCAPE))) {
            return Optional.empty();
        }
        List<PGPSignature> signatures = signatures(String.join("\n", armor));
        StringBuilder text = new StringBuilder();
        body.forEach(line -> text.append(line.startsWith(ESCAPE) ? line.substring(ESCAPE.length()) : line)
                .append('\n'));
        return signatures.isEmpty() ? Optional.empty() : Optional.of(new ClearText(text.toString(), signatures));
    }

    /** The library ends in exceptions of many types where packets are cut or strange. */
    private static List<PGPSignature> signatures(String armor) {
        if (armor.length() > LONGEST_SIGNATURE) {
            return List.of();
        }
        List<PGPSignature> signatures = new ArrayList<>();
        try (InputStream stream =
                PGPUtil.getDecoderStream(new ByteArrayInputStream(armor.getBytes(StandardCharsets.US_ASCII)))) {
            PGPObjectFactory objects = new BcPGPObjectFactory(stream);
            for (Object object : objects) {
                if (object instanceof PGPSignatureList list) {
                    list.forEach(signatures::add);
                }
            }
            return signatures.size() > MOST_SIGNATURES ? List.of() : List.copyOf(signatures);
        } catch (IOException | RuntimeException broken) {
            return List.of();
        }
    }
}
