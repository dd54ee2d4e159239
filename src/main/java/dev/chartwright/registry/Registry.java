package dev.chartwright.registry;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;

import dev.chartwright.chart.Digest;
import dev.chartwright.oci.Credentials;
import dev.chartwright.oci.Descriptor;
import dev.chartwright.oci.Reference;
import dev.chartwright.problem.OutsideException;

/**
 * Talks to OCI registries; safe for many threads. Every method ends within its limits, in what it promises or in an
 * {@link OutsideException} with one problem.
 */
public final class Registry {
    private final boolean plainHttp;
    private final Credentials credentials;
    private final Conversation.Surroundings surroundings;
    private final Map<String, Conversation> conversations = new ConcurrentHashMap<>();

    /**
     * Connects to nothing yet.
     *
     * @param credentials asked once for each registry that wants a login
     */
    public Registry(RegistrySettings settings, Credentials credentials) {
        this(settings, credentials, Waiting.untold());
    }

    /**
     * Connects to nothing yet, and says what it waits for.
     *
     * @param credentials asked once for each registry that wants a login
     */
    public Registry(RegistrySettings settings, Credentials credentials, Waiting waiting) {
        plainHttp = settings.plainHttp();
        this.credentials = credentials;
        Secrets secrets = new Secrets();
        surroundings = new Conversation.Surroundings(
                new Transport(settings, waiting, secrets), secrets, settings.limits(), Clockwork.REAL);
    }

    /** What a tag or a digest names; nothing where there is none. */
    public Optional<Descriptor> head(Reference manifest) {
        return new HeadManifest(with(manifest)).run(manifest);
    }

    /** The manifest of a tag or a digest; nothing where there is none. */
    public Optional<FetchedManifest> fetch(Reference manifest) {
        return new GetManifest(with(manifest)).run(manifest);
    }

    /** Stores a manifest under a tag or its digest; what it names must be there. */
    public StoredManifest put(Reference manifest, String mediaType, byte[] content) {
        return new PutManifest(with(manifest)).run(manifest, mediaType, content);
    }

    /** The index of what hangs on a manifest; nothing where the registry keeps no such list. */
    public Optional<byte[]> referrers(Reference repository, Digest subject) {
        return new GetReferrers(with(repository)).run(repository, subject);
    }

    /** Whether a repository holds a blob. */
    public boolean has(Reference repository, Digest blob) {
        return new HeadBlob(with(repository)).run(repository, blob);
    }

    /**
     * Stores a blob.
     *
     * @param sent is told how many more bytes went out; a negative number when they are sent again
     */
    public void upload(Reference repository, byte[] content, LongConsumer sent) {
        new UploadBlob(with(repository)).run(repository, content, sent);
    }

    /** The bytes that a descriptor names. */
    public byte[] blob(Reference repository, Descriptor blob) {
        return new GetBlob(with(repository)).run(repository, blob);
    }

    /**
     * A text that came from a registry, as a message may quote it.
     *
     * @param ours what the user has anyway: its words may be shown
     */
    public String hide(String text, String ours) {
        return surroundings.secrets().hide(text, ours);
    }

    private Conversation with(Reference reference) {
        surroundings.secrets().know(reference);
        return conversations.computeIfAbsent(reference.registry(), this::begin);
    }

    private Conversation begin(String registry) {
        Login login =
                new Login(registry, credentials, new TokenService(surroundings.transport(), surroundings.secrets()));
        Origin origin = Origin.of(registry, plainHttp ? "http" : "https");
        surroundings.secrets().know(origin);
        return new Conversation(origin, login, surroundings);
    }
}
