package dev.chartwright.oci;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CredentialTest {
    @Test
    void printsNeitherPart() {
        assertThat(Credential.password("ann", "hunter2", "a file").toString()).doesNotContain("ann", "hunter2");
    }
}
