package dev.chartwright.oci;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CredentialTest {
    @Test
    void printsNeitherPart() {
        assertThat(new Credential("ann", "hunter2").toString()).doesNotContain("ann", "hunter2");
    }

    @Test
    void isAnIdentityTokenWithoutAName() {
        assertThat(new Credential("", "token").isIdentityToken()).isTrue();
        assertThat(new Credential("ann", "hunter2").isIdentityToken()).isFalse();
    }
}
