package dev.chartwright.cluster;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

import dev.chartwright.KeyFile;

/** Private keys as clusters write them: kind in PKCS #1, k3s in SEC 1, Java in PKCS #8 only. */
final class PrivateKeyPem {
    private static final byte[] VERSION = bytes("020100");
    private static final byte[] RSA = bytes("300d06092a864886f70d0101010500");
    private static final byte[] EC_P256 = bytes("301306072a8648ce3d020106082a8648ce3d030107");

    private PrivateKeyPem() {}

    static PrivateKey read(String pem) throws GeneralSecurityException {
        byte[] key = Base64.getMimeDecoder()
                .decode(pem.replaceAll("(?s)^.*?-----BEGIN [A-Z ]*PRIVATE KEY-----|-----END .*$", ""));
        if (pem.contains("BEGIN RSA PRIVATE KEY")) {
            return decode("RSA", wrap(RSA, key));
        }
        if (pem.contains("BEGIN EC PRIVATE KEY")) {
            return decode("EC", wrap(EC_P256, key));
        }
        try {
            return decode("RSA", key);
        } catch (GeneralSecurityException otherKind) {
            return decode("EC", key);
        }
    }

    static String write(PrivateKey key) {
        return KeyFile.pem("PRIVATE KEY", key.getEncoded());
    }

    private static PrivateKey decode(String algorithm, byte[] key) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(key));
    }

    private static byte[] wrap(byte[] algorithm, byte[] key) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(VERSION);
        content.writeBytes(algorithm);
        content.writeBytes(element(0x04, key));
        return element(0x30, content.toByteArray());
    }

    /** One element of DER: its tag, its length in two bytes, its content. */
    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(tag);
        if (content.length < 0x80) {
            bytes.write(content.length);
        } else {
            bytes.write(0x82);
            bytes.write(content.length >> 8);
            bytes.write(content.length);
        }
        bytes.writeBytes(content);
        return bytes.toByteArray();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
