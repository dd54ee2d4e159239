package dev.chartwright.model;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A volume and where it is mounted; exactly one kind is present.
 *
 * @param name volume name
 * @param mountPath absolute path in the container
 * @param readOnly whether the mount is read-only
 * @param hostPath a path of the node
 * @param emptyDir space that lives as long as the pod
 * @param claim a PersistentVolumeClaim of its own
 * @param secret name of a Secret
 * @param configMap name of a ConfigMap
 */
public record Volume(
        String name,
        String mountPath,
        boolean readOnly,
        Optional<HostPath> hostPath,
        Optional<EmptyDir> emptyDir,
        Optional<Claim> claim,
        Optional<String> secret,
        Optional<String> configMap) {
    public Volume {
        long kinds = Stream.of(hostPath, emptyDir, claim, secret, configMap)
                .filter(Optional::isPresent)
                .count();
        if (kinds != 1) {
            throw new InvalidValueException(
                    "name",
                    "volume-kind",
                    "volume `" + name + "` has " + kinds + " kinds, it needs exactly one",
                    "a volume is one of hostPath, emptyDir, claim, secret, configMap",
                    "keep one of these keys and remove the others");
        }
    }
}
