package dev.chartwright.registry;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a registry minds, where its words tell it and its status does not.
 *
 * <p>A tag that may not change is refused with 400 and {@code TAG_INVALID} (Amazon ECR: aws/containers-roadmap issue
 * 862, GoogleContainerTools/kaniko issue 3481), 400 and {@code MANIFEST_INVALID} (Google Artifact Registry,
 * "Troubleshoot container image issues"), 403 (Docker Hub: docker/hub-feedback issue 2466), 405 and {@code
 * REGISTRY_DISALLOWED_OPERATION} (a locked image of Azure Container Registry: its FAQ, Azure/azure-sdk-for-net issue
 * 22827), 409 and {@code TAG_ALREADY_EXISTS} (Quay: {@code endpoints/v2/errors.py}; later versions name the immutable
 * tag: PROJQUAY-10859), 412 and {@code PRECONDITION} (Harbor: {@code src/server/middleware/immutable}), or a text
 * alone (GitLab: {@code validateTagImmutability}; Alibaba Cloud; Mirantis). Harbor answers 412 to other things too.
 *
 * <p>A used-up quota is refused with 403 and {@code DENIED} (Harbor, GitLab, Quay's {@code QuotaExceeded}).
 */
enum Reason {
    CHANGED_TAG("immutab|TAG_ALREADY_EXISTS|already pushed|cannot be overwritten|DISALLOWED_OPERATION", 401, 404),
    QUOTA("quota|storage limit", 401, 404),
    MISSING_BLOB("BLOB_UNKNOWN", 401);

    private final Pattern words;
    private final List<Integer> others;

    /**
     * A reason.
     *
     * @param words what is said of it
     * @param others statuses that have a meaning of their own, whatever is said with them
     */
    Reason(String words, Integer... others) {
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
        this.others = List.of(others);
    }

    /** Whether an answer to a push says so; a name in it may hold any word. */
    boolean isIn(Subject subject, Answer answer) {
        return subject.isWriting()
                && !others.contains(answer.status())
                && words.matcher(subject.withoutNames(RegistryWords.of(answer))).find();
    }
}
