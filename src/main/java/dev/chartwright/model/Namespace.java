package dev.chartwright.model;

import java.util.Optional;

/**
 * A namespace that components use.
 *
 * @param name Kubernetes name
 * @param existing true when something else makes it; then the umbrella leaves it alone
 * @param podSecurity Pod Security level that is enforced: restricted, baseline or privileged
 * @param reason why the level is below restricted
 * @param unused why it stays although nothing of the platform uses it
 */
public record Namespace(
        String name, boolean existing, String podSecurity, Optional<String> reason, Optional<String> unused) {
    public Namespace {
        if (podSecurity.equals("restricted") && reason.isPresent()) {
            throw new InvalidValueException(
                    "podSecurity",
                    "needless-reason",
                    "namespace `" + name + "` enforces `restricted`, and gives a reason for less",
                    "a reason that explains nothing hides it when the level is lowered later",
                    "remove the line, or write the `podSecurity` that it is for");
        }
        if (!existing && !podSecurity.equals("restricted") && reason.isEmpty()) {
            throw new InvalidValueException(
                    "podSecurity",
                    "missing-reason",
                    "namespace `" + name + "` enforces only `" + podSecurity + "` and gives no reason",
                    "every step below the restricted Pod Security level is written down with its reason",
                    "add `reason:` with what needs the lower level and what would lift it");
        }
    }
}
