package dev.chartwright.model;

import java.util.List;
import java.util.Optional;

/**
 * What an application may do: the restricted Pod Security level, less what is written here.
 *
 * @param privileged whether the container is privileged
 * @param runAs user and group; absent means the image's own user, root included
 * @param readOnlyRootFilesystem whether the image's files cannot be changed
 * @param addCapabilities Linux capabilities beyond the default ones
 * @param dropCapabilities Linux capabilities taken away, ALL for the restricted level
 * @param reasons why each setting is below restricted: keys privileged, runAs, readOnlyRootFilesystem, capabilities
 * @param permissions what the pods may do at the Kubernetes API
 */
public record Security(
        boolean privileged,
        Optional<RunAs> runAs,
        boolean readOnlyRootFilesystem,
        List<String> addCapabilities,
        List<String> dropCapabilities,
        List<Entry> reasons,
        List<PolicyRule> permissions) {
    public Security {
        checkReason(reasons, "privileged", "privileged", privileged);
        checkReason(
                reasons, "runAs", "runAs.user", runAs.isEmpty() || runAs.get().user() == 0);
        checkReason(reasons, "readOnlyRootFilesystem", "readOnlyRootFilesystem", !readOnlyRootFilesystem);
        String changed = addCapabilities.isEmpty() ? "dropCapabilities" : "addCapabilities";
        checkReason(reasons, "capabilities", changed, !addCapabilities.isEmpty() || !dropCapabilities.contains("ALL"));
    }

    public boolean runsAsNonRoot() {
        return runAs.isPresent() && runAs.get().user() != 0;
    }

    public boolean dropsCapabilities() {
        return !dropCapabilities.isEmpty();
    }

    public boolean addsCapabilities() {
        return !addCapabilities.isEmpty();
    }

    public boolean hasCapabilities() {
        return !addCapabilities.isEmpty() || !dropCapabilities.isEmpty();
    }

    public boolean hasPermissions() {
        return !permissions.isEmpty();
    }

    private static void checkReason(List<Entry> reasons, String setting, String component, boolean lowered) {
        boolean given = reasons.stream().anyMatch(reason -> reason.name().equals(setting));
        if (given && !lowered) {
            throw new InvalidValueException(
                    "reasons." + setting,
                    "needless-reason",
                    "`" + setting + "` has a reason, and keeps the restricted Pod Security level",
                    "a reason that explains nothing hides it when the setting is lowered later",
                    "remove the line");
        }
        if (lowered && !given) {
            throw new InvalidValueException(
                    component,
                    "missing-reason",
                    "`" + setting + "` is below the restricted Pod Security level and gives no reason",
                    "every step below restricted is written down with its reason",
                    "add `reasons: { " + setting + ": … }` with what needs it and what would lift it");
        }
    }
}
