package dev.chartwright.provenance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPRuntimeOperationException;
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
    private static final Pattern FORM = Pattern.compile(
            "-----BEGIN PGP SIGNED MESSAGE-----\n(?:[A-Za-z-]+: [^\n]*\n)*\n(.*?)\n"
                    + "(-----BEGIN PGP SIGNATURE-----\n.*\n-----END PGP SIGNATURE-----)\\s*",
            Pattern.DOTALL);

    /** Nothing but one signed text: what stands before or behind it would not be signed. */
    static Optional<ClearText> parse(byte[] content) {
        String all = new String(content, StandardCharsets.UTF_8).replace("\r\n", "\n");
        Matcher form = FORM.matcher(all);
        if (!form.matches() || form.group(2).indexOf("-----BEGIN", 1) > 0) {
            return Optional.empty();
        }
        String text = form.group(1).replaceAll("(?m)^- ", "") + "\n";
        List<PGPSignature> signatures = signatures(form.group(2));
        return signatures.isEmpty() ? Optional.empty() : Optional.of(new ClearText(text, signatures));
    }

    private static List<PGPSignature> signatures(String armor) {
        List<PGPSignature> signatures = new ArrayList<>();
        try (InputStream stream =
                PGPUtil.getDecoderStream(new ByteArrayInputStream(armor.getBytes(StandardCharsets.US_ASCII)))) {
            PGPObjectFactory objects = new BcPGPObjectFactory(stream);
            for (Object object : objects) {
                if (object instanceof PGPSignatureList list) {
                    list.forEach(signatures::add);
                }
            }
            return signatures;
        } catch (IOException | PGPRuntimeOperationException broken) {
            return List.of();
        }
    }
}
