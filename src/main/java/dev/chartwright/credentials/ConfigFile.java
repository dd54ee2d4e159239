package dev.chartwright.credentials;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

import dev.chartwright.oci.Credential;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A configuration file in Docker's format, which Helm uses too.
 *
 * @param path for messages
 * @param root the document
 * @param helpers programs that it may name
 */
record ConfigFile(Path path, JsonNode root, HelperFinder helpers) {
    private static final long LONGEST = 4L * 1024 * 1024;

    /** The file, if there is one. */
    static Optional<ConfigFile> read(Path path, HelperFinder helpers) {
        try {
            if (!Files.exists(path)) {
                return Optional.empty();
            }
            if (Files.size(path) > LONGEST) {
                throw problem(path, "has more than 4 MiB");
            }
            JsonNode root = JsonMapper.shared().readTree(Files.readAllBytes(path));
            if (!root.isObject()) {
                throw problem(path, "holds no JSON object");
            }
            return Optional.of(new ConfigFile(path, root, helpers));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw problem(path, "cannot be read");
        } catch (JacksonException broken) {
            // Its text would quote the file, and so would a place with the line.
            throw problem(path, "is no JSON from line " + broken.getLocation().getLineNr() + " on");
        }
    }

    /** A registry's own helper, then everybody's, then what stands in the file. */
    Optional<Credential> find(String registry) {
        // An empty name is how Docker leaves a registry to the file though the others have a store.
        Optional<Credential> kept = entry("credHelpers", registry)
                .map(this::helperName)
                .or(this::store)
                .filter(name -> !name.isEmpty())
                .flatMap(name -> helper(name, registry));
        return kept.isPresent() ? kept : entry("auths", registry).flatMap(entry -> login(entry, registry));
    }

    private String source() {
        return "`" + path + "`";
    }

    private Optional<String> store() {
        return Optional.of(root.path("credsStore"))
                .filter(store -> !store.isMissingNode() && !store.isNull())
                .map(this::helperName);
    }

    private Optional<Credential> helper(String name, String registry) {
        return helpers.find(name, path.toString()).get(RegistryKeys.server(registry));
    }

    /** The exact key before one that only has the same host. */
    private Optional<JsonNode> entry(String section, String registry) {
        JsonNode entries = root.path(section);
        if (!entries.isMissingNode() && !entries.isNull() && !entries.isObject()) {
            throw problem(path, "holds a `" + section + "` that is no object");
        }
        return entries.propertyStream()
                .filter(entry -> RegistryKeys.isKeyOf(entry.getKey(), registry))
                .min(Comparator.comparing(Map.Entry::getKey, RegistryKeys.bestFirst(registry)))
                .map(Map.Entry::getValue);
    }

    private Optional<Credential> login(JsonNode entry, String registry) {
        if (!entry.isObject()) {
            throw problem(path, "holds a login for `" + registry + "` that is no object");
        }
        Optional<Credential> token = token(entry, registry);
        if (token.isPresent()) {
            return token;
        }
        String pair = text(entry, "auth", registry);
        if (!pair.isEmpty()) {
            return Optional.of(decoded(pair, registry));
        }
        String user = text(entry, "username", registry);
        String password = text(entry, "password", registry);
        return user.isEmpty() ? Optional.empty() : Optional.of(Credential.password(user, password, source()));
    }

    /** A token for the registry itself leaves nothing to ask its token service for. */
    private Optional<Credential> token(JsonNode entry, String registry) {
        String bearer = text(entry, "registrytoken", registry);
        if (!bearer.chars().allMatch(letter -> letter > ' ' && letter < 0x7F)) {
            throw problem(path, "holds a `registrytoken` for `" + registry + "` that no request can carry");
        }
        if (!bearer.isEmpty()) {
            return Optional.of(Credential.registryToken(bearer, source()));
        }
        String identity = text(entry, "identitytoken", registry);
        return identity.isEmpty() ? Optional.empty() : Optional.of(Credential.identityToken(identity, source()));
    }

    private String text(JsonNode entry, String key, String registry) {
        JsonNode value = entry.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isString()) {
            throw problem(path, "holds a `" + key + "` for `" + registry + "` that is no text");
        }
        return value.stringValue();
    }

    /** The first colon ends the name; a password may hold more of them. */
    private Credential decoded(String pair, String registry) {
        try {
            String text = new String(Base64.getDecoder().decode(pair.strip()), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            if (colon > 0) {
                // Docker once ended passwords with a NUL.
                String password = text.substring(colon + 1).replaceFirst("\u0000+$", "");
                return Credential.password(text.substring(0, colon), password, source());
            }
        } catch (IllegalArgumentException none) {
            // Told below, without the text.
        }
        throw problem(path, "holds an `auth` for `" + registry + "` that is no user and password in base64");
    }

    private String helperName(JsonNode value) {
        if (!value.isString()) {
            throw problem(path, "names a credential helper that is no text");
        }
        return value.stringValue();
    }

    private static OutsideException problem(Path path, String what) {
        return new OutsideException(new Problem(
                Location.ofFile(path.toString()),
                "credentials-file",
                "the file of registry logins " + what,
                "`helm registry login` and `docker login` write it as JSON; HELM_REGISTRY_CONFIG and DOCKER_CONFIG say"
                        + " where",
                "mend it or move it away, then run `helm registry login <host>` again"));
    }
}
