package dev.chartwright.schema;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.chartwright.problem.BugException;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import tools.jackson.databind.JsonNode;

/**
 * The schemas of a platform, read as what they are: files of a user.
 *
 * <p>The program carries its own copy of each. A file that is the same is taken as it is; any other is looked at, and
 * documents then keep the rules of both.
 */
public final class SchemaFolder {
    private static final DocumentSchema DIALECT =
            new DocumentSchema(own("dialect.json").orElseThrow(), "JSON schema, draft 07,");

    private static final DocumentSchema DEFINITIONS =
            new DocumentSchema("{\"required\": [\"definitions\"]}", "chartwright");

    private final Path folder;

    public SchemaFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * A schema that documents are checked against.
     *
     * @throws ProblemsException with everything that is wrong with the file
     */
    public DocumentSchema schema(String name) {
        String text = text(name);
        String own = own(name).orElseThrow(() -> new BugException("the jar holds no " + name));
        if (text.equals(own)) {
            return new DocumentSchema(text, label(name));
        }
        JsonText.Read read = JsonText.read(text, label(name));
        DocumentSchema wanted = new DocumentSchema(own, "the schema in chartwright itself");
        stopAt(faults(read, expression -> Optional.empty()));
        stopAt(new SchemaFit(read.root(), wanted.tree(), read.origins()).check());
        DocumentSchema given = new DocumentSchema(text, label(name)).within(label(name), wanted);
        stopAt(new DefaultValues(read.root(), read.origins()).check());
        return given;
    }

    /**
     * Definitions that become parts of other schemas.
     *
     * @param elsewhere who evaluates their patterns besides
     * @return the file's {@code definitions}
     * @throws ProblemsException with everything that is wrong with the file
     */
    public JsonNode definitions(String name, PatternCompiler elsewhere) {
        JsonText.Read read = JsonText.read(text(name), label(name));
        if (!own(name).filter(text(name)::equals).isPresent()) {
            stopAt(faults(read, elsewhere));
            stopAt(DEFINITIONS.check(read.root(), read.origins()));
        }
        return read.root().path("definitions");
    }

    private static List<Problem> faults(JsonText.Read read, PatternCompiler elsewhere) {
        List<Problem> shape = DIALECT.check(read.root(), read.origins());
        return shape.isEmpty()
                ? Stream.concat(
                                new SchemaReferences(read.root(), read.origins()).check(),
                                new SchemaPatterns(read.origins(), elsewhere).check(read.root()))
                        .sorted()
                        .toList()
                : shape;
    }

    private static void stopAt(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
    }

    private String label(String name) {
        return folder.resolve(name).toString().replace('\\', '/');
    }

    /** Stops where there is no such file. */
    public void want(String name) {
        if (!Files.exists(folder.resolve(name))) {
            throw problem(
                    name,
                    "missing-schema",
                    "there is no such file",
                    "it says what may be written where",
                    "name the folder that holds it with `--schema`");
        }
    }

    private String text(String name) {
        want(name);
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name)));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException notUtf8) {
            throw problem(
                    name,
                    "not-utf8",
                    "the file is not UTF-8 text",
                    "every file of a platform is UTF-8, so that it reads the same on every machine",
                    "save it as UTF-8");
        } catch (IOException unreadable) {
            throw new OutsideException("cannot read " + label(name), unreadable);
        }
    }

    private ProblemsException problem(String name, String code, String... whatWhyAndFix) {
        return new ProblemsException(List.of(
                new Problem(Location.ofFile(label(name)), code, whatWhyAndFix[0], whatWhyAndFix[1], whatWhyAndFix[2])));
    }

    /** The copy that comes with these classes. */
    private static Optional<String> own(String name) {
        try (InputStream file = SchemaFolder.class.getResourceAsStream(name)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new BugException("the jar's " + name + " could not be read", unreadable);
        }
    }
}
